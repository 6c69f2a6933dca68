package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegProgressed;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationEnded;
import dev.parley.contracts.conference.ConsultationEvent.Outcome;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand.SendDigit;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Going aside by the API, between a real Kafka and a real PostgreSQL (R16–R18, R23). */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ConsultationRestIT extends RestClient {
    @Test
    @DisplayName("R16 R17 R23 aside, talking in private, and merged; each step is an event")
    void asideAndMerged() {
        DigitSeal seal = new DigitSeal(digitKey);
        String id = aside(administrator());
        LegId called = called();
        get("/participants").body("items.consultation_id", contains(id));

        bus.say(new LegProgressed(room, called));
        eventually(() -> get("/consultations/" + id).body("state", equalTo("early_media")));
        bus.say(new LegAnswered(room, called));
        eventually(() -> get("/consultations/" + id).body("state", equalTo("talking")));
        eventually(() -> assertThat(newestGroups()).containsExactlyInAnyOrder("aside-" + id, "aside-" + id));
        bus.say(new DigitPressed(room, anna, seal.seal(anna.value(), "7")));
        eventually(() -> assertThat(bus.heard(room, SendDigit.class))
                .singleElement()
                .satisfies(sent ->
                        assertThat(seal.open(called.value(), sent.digit())).isEqualTo("7")));

        as(key).post(path + "/consultations/" + id + "/merge")
                .then()
                .statusCode(200)
                .body("participant_count", equalTo(2));

        eventually(() -> assertThat(newestGroups()).containsExactly("main", "main"));
        get("/consultations").body("items", empty());
        eventually(() -> assertThat(bus.heard(room, ConsultationEnded.class))
                .singleElement()
                .satisfies(ended -> assertThat(ended.outcome()).isEqualTo(Outcome.MERGED)));
        assertThat(bus.heard(room, ConferenceEvent.class))
                .as("no gap")
                .extracting(ConferenceEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                1, bus.heard(room, ConferenceEvent.class).size())
                        .boxed()
                        .toList());
    }

    @Test
    @DisplayName("R18 R23 back alone: the called leg is ended")
    void backAlone() {
        String id = aside(administrator());
        LegId called = called();

        delete("/consultations/" + id).statusCode(204);

        eventually(() -> assertThat(bus.heard(room, HangUpLeg.class)).containsExactly(new HangUpLeg(room, called)));
        get("/consultations/" + id).statusCode(404).body("code", equalTo("no_such_consultation"));
        delete("/consultations/" + id).statusCode(404);
    }

    @Test
    void whatCannotBeIsRefused() {
        openRoom(5);
        String guest = join(anna);
        post("/consultations", "{\"participant_id\": \"" + guest + "\"}")
                .statusCode(409)
                .body("code", equalTo("not_allowed"));
        post("/consultations", "{\"number\": \"802\"}").statusCode(422);
        makeModerator(guest);
        String id = aside(guest);
        as(key).post(path + "/consultations/" + id + "/merge")
                .then()
                .statusCode(409)
                .body("code", equalTo("nobody_to_merge"));
        post("/consultations", "{\"participant_id\": \"" + guest + "\", \"number\": \"802\"}")
                .statusCode(409)
                .body("code", equalTo("already_dialling"));
    }

    private String administrator() {
        openRoom(5);
        String participant = join(anna);
        makeModerator(participant);
        return participant;
    }

    private void makeModerator(String participant) {
        as(key).contentType("application/json")
                .body("{\"role\": \"moderator\"}")
                .put(path + "/participants/" + participant + "/role")
                .then()
                .statusCode(200);
    }

    private String aside(String participant) {
        var answer = post("/consultations", "{\"participant_id\": \"" + participant + "\", \"number\": \"802\"}");
        String id = answer.statusCode(201)
                .body("state", equalTo("dialling"))
                .body("number", equalTo("802"))
                .body("leg_id", notNullValue())
                .extract()
                .path("id");
        answer.header("Location", endsWith(path + "/consultations/" + id));
        return id;
    }

    private LegId called() {
        eventually(() -> assertThat(bus.heard(room, PlaceCall.class)).hasSize(1));
        return bus.heard(room, PlaceCall.class).getFirst().leg();
    }

    private List<String> newestGroups() {
        List<AudioPlan> plans = bus.heard(room, AudioPlan.class);
        return plans.isEmpty()
                ? List.of()
                : plans.getLast().legs().stream()
                        .map(AudioPlan.PlannedLeg::group)
                        .toList();
    }
}
