package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand.EscalateCall;
import dev.parley.contracts.call.CallCommand.EscalationAnswered;
import dev.parley.contracts.call.CallCommand.EscalationOutcome;
import dev.parley.contracts.call.CallEvent.EscalationAsked;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.Talker;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEscalated;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A two-party call becomes a conference, between a real Kafka and a real PostgreSQL (R21). */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class EscalationIT extends RestClient {
    private final String id = "id-" + extension;
    private final RoomId call = RoomId.ofCall(TENANT, id);

    @Test
    @DisplayName("R21 wrong, then right: both are in, and the audio stays where it is")
    void aCallBecomesAConference() throws SQLException {
        openDynamicRoom();
        bus.say(asked("1", Optional.of("86420")));
        eventually(() -> assertThat(answers()).containsExactly(answer("1", EscalationOutcome.WRONG_PASSWORD)));
        get("").statusCode(404);

        bus.say(asked("2", Optional.of("97531")));

        eventually(() -> assertThat(answers()).contains(answer("2", EscalationOutcome.ACCEPTED)));
        get("").statusCode(200).body("call_id", equalTo(id));
        get("/participants").body("items.role", contains("moderator", "participant"));
        eventually(() -> assertThat(bus.heard(room, AudioPlan.class)).last().satisfies(plan -> {
            assertThat(plan.call()).contains(call.value());
            assertThat(plan.legs()).extracting(AudioPlan.PlannedLeg::leg).containsExactlyInAnyOrder(anna, ben);
        }));
        eventually(() -> assertThat(bus.heard(room, ConferenceEscalated.class))
                .extracting(ConferenceEscalated::call)
                .containsExactly(call));
        assertThat(bus.heard(room, OpenLeg.class)).as("no new media").isEmpty();
        assertThat(count("select count(*) from room where room = ? and state::text like '%97531%'"))
                .isZero();

        bus.say(asked("3", Optional.of("97531")));
        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));
        bus.say(new LegEnded(room, ben, LegEnd.HUNG_UP));

        eventually(() -> get("").statusCode(404));
        eventually(() -> assertThat(answers()).contains(answer("3", EscalationOutcome.ACCEPTED)));
        eventually(() -> assertThat(bus.heard(room, AudioPlan.class)).last().satisfies(plan -> {
            assertThat(plan.call()).isEmpty();
            assertThat(plan.legs()).isEmpty();
        }));
    }

    @Test
    @DisplayName("R21 R23 the API asks every instance, and hears of the conference")
    void byTheApi() throws Exception {
        openDynamicRoom();
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> as(key).header("Prefer", "wait=30")
                .contentType("application/json")
                .body("{\"administrator_leg_id\": \"" + anna + "\", \"room\": \"" + extension + "\"}")
                .post("/v1/tenants/demo/calls/" + id + "/conference"));
        EscalateCall wish = new EscalateCall(call, anna, Optional.of(room));
        eventually(() -> assertThat(bus.heard(call, EscalateCall.class))
                .hasSize(Topics.PARTITIONS)
                .containsOnly(wish));
        assertThat(bus.records(Topics.CALL_COMMANDS, anna.value()))
                .extracting(ConsumerRecord::partition)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, Topics.PARTITIONS).boxed().toList());

        bus.say(asked("1", Optional.empty()));

        answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS).then().statusCode(201).body("room", equalTo(extension));
        eventually(() -> assertThat(answers()).contains(answer("1", EscalationOutcome.ACCEPTED)));
    }

    @Test
    void theApiRefusesWhatCannotBe() {
        as(key).contentType("application/json")
                .body("{\"room\": \"none\"}")
                .post("/v1/tenants/demo/calls/" + id + "/conference")
                .then()
                .statusCode(404)
                .body("code", equalTo("room_unknown"));
        as(key).contentType("application/json")
                .body("{}")
                .post("/v1/tenants/acme/calls/" + id + "/conference")
                .then()
                .statusCode(404);
        as(key).contentType("application/json")
                .body("{}")
                .post("/v1/tenants/demo/calls/" + id + "/conference")
                .then()
                .statusCode(202);
    }

    private void openDynamicRoom() {
        PinHash hash = new PinHash(pinKey);
        bus.publish(new ConferenceEntry(
                TENANT,
                extension,
                "Room",
                new ConferenceOptions(
                        Optional.of(hash.of(room, "24680")), Optional.of(hash.of(room, "97531")), 5, true)));
        awaitKnown();
    }

    private EscalationAsked asked(String attempt, Optional<String> password) {
        return new EscalationAsked(
                room,
                call,
                attempt,
                INSTANCE,
                new Talker(anna, caller("801"), false),
                new Talker(ben, caller("802"), false),
                password.map(keyed -> new DigitSeal(digitKey).seal(anna.value(), keyed)));
    }

    private static Caller caller(String number) {
        return new Caller(Caller.Origin.PHONE, number, Optional.empty(), Optional.empty());
    }

    private List<EscalationAnswered> answers() {
        return bus.heard(room, EscalationAnswered.class);
    }

    private EscalationAnswered answer(String attempt, EscalationOutcome outcome) {
        return new EscalationAnswered(room, anna, attempt, outcome);
    }
}
