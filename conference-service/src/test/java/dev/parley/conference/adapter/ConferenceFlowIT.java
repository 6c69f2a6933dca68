package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.LeaveReason;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.conference.ConferenceEvent.Role;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as it runs, between a real Kafka and a real PostgreSQL. Every test has a room of its own. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ConferenceFlowIT {
    private static final TenantId TENANT = new TenantId("demo");
    private static final int INSTANCE = 2;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "parley.pin-key")
    String pinKey;

    @Inject
    DataSource database;

    private final String extension = String.valueOf(Math.abs(UUID.randomUUID().hashCode()));
    private final RoomId room = RoomId.ofExtension(TENANT, extension);
    private final LegId anna = new LegId("anna-" + extension);
    private final LegId ben = new LegId("ben-" + extension);
    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus(bootstrapServers);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        bus.close();
    }

    @Test
    void aConferenceBeginsWithTheFirstAndEndsWithTheLast() throws Exception {
        openRoom(2);

        bus.say(arrived(anna));
        eventually(() -> assertThat(bus.heard(room, OpenLeg.class))
                .containsExactly(new OpenLeg(room, anna, INSTANCE, Optional.of("v=0"))));
        bus.say(new LegAnswered(room, anna));
        bus.say(arrived(ben));
        bus.say(new LegAnswered(room, ben));
        eventually(() -> assertThat(latestPlan()).containsExactly(PlannedLeg.open(anna), PlannedLeg.open(ben)));
        bus.say(new LegHeld(room, ben));
        eventually(() -> assertThat(latestPlan())
                .containsExactly(PlannedLeg.open(anna), new PlannedLeg(ben, PlannedLeg.MAIN, false, true)));
        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));
        bus.say(new LegEnded(room, ben, LegEnd.LOST));

        eventually(() -> assertThat(bus.heard(room, ConferenceEvent.class))
                .extracting(Object::getClass)
                .containsExactly(
                        ConferenceStarted.class,
                        ParticipantJoined.class,
                        ParticipantJoined.class,
                        ParticipantLeft.class,
                        ParticipantLeft.class,
                        ConferenceEnded.class));
        assertThat(bus.heard(room, ConferenceEvent.class))
                .extracting(ConferenceEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(bus.heard(room, ParticipantLeft.class))
                .extracting(ParticipantLeft::reason)
                .containsExactly(LeaveReason.HUNG_UP, LeaveReason.LOST);
        eventually(() -> assertThat(bus.heard(room, AudioPlan.class))
                .extracting(AudioPlan::revision)
                .containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(latestPlan()).isEmpty();
        assertThat(bus.heard(room, CloseLeg.class)).containsExactly(new CloseLeg(room, anna), new CloseLeg(room, ben));
        assertThat(count("select count(*) from conference where room = ? and ended_at is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from participant join conference using (conference)"
                        + " where room = ? and left_at is not null"))
                .isEqualTo(2);
        eventually(() ->
                assertThat(count("select count(*) from outbox where room = ?")).isZero());
    }

    @Test
    void eventsAreCloudEventsKeyedByTheirRoom() {
        openRoom(2);

        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));

        eventually(() -> assertThat(bus.records(Topics.CONFERENCE_EVENTS, room.value()))
                .hasSize(2)
                .allSatisfy(written -> assertThat(header(written.headers().lastHeader("ce_source")))
                        .isEqualTo("/conference")));
        assertThat(bus.records(Topics.CONFERENCE_EVENTS, room.value()))
                .extracting(written -> header(written.headers().lastHeader("ce_type")))
                .containsExactly("dev.parley.ConferenceStarted", "dev.parley.ParticipantJoined");
    }

    @Test
    void whoFindsTheRoomFullIsRefusedAtTheInstanceThatHoldsTheLeg() {
        openRoom(1);

        bus.say(arrived(anna));
        bus.say(arrived(ben));

        eventually(() ->
                assertThat(bus.heard(room, RefuseLeg.class)).containsExactly(new RefuseLeg(room, ben, Refusal.FULL)));
        assertThat(bus.records(Topics.CALL_COMMANDS, ben.value()))
                .singleElement()
                .satisfies(written -> assertThat(written.partition()).isEqualTo(INSTANCE));
        assertThat(bus.heard(room, OpenLeg.class)).hasSize(1);
    }

    @Test
    void aRoomThatTheDirectoryDoesNotKnowRefuses() {
        bus.say(arrived(anna));

        eventually(() -> assertThat(bus.heard(room, RefuseLeg.class))
                .containsExactly(new RefuseLeg(room, anna, Refusal.UNKNOWN)));
    }

    @Test
    void theModeratorPinMakesAModeratorAndThreeWrongOnesEndTheCall() {
        openPinRoom();

        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.prompts()).containsExactly("enter-pin")));
        press(anna, "4321#");
        eventually(() -> assertThat(bus.heard(room, ParticipantJoined.class))
                .singleElement()
                .satisfies(joined -> assertThat(joined.role()).isEqualTo(Role.MODERATOR)));

        bus.say(arrived(ben));
        bus.say(new LegAnswered(room, ben));
        press(ben, "1#2#3#");
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .extracting(PlayPrompt::prompts)
                .contains(List.of("wrong-pin", "goodbye")));
        bus.say(new PromptEnded(room, ben, "goodbye"));
        eventually(() -> assertThat(bus.heard(room, HangUpLeg.class)).containsExactly(new HangUpLeg(room, ben)));
        assertThat(bus.heard(room, ParticipantJoined.class)).hasSize(1);
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndItsNeighbourIsServed() {
        openRoom(1);

        bus.sayRaw(Topics.CALL_EVENTS, room.value(), "{\"type\":\"LegArrived\",\"room\":\"" + room + "\"}");
        bus.sayRaw(Topics.CALL_EVENTS, room.value(), "no JSON");
        bus.sayRaw(Topics.CALL_EVENTS, room.value(), "{\"type\":\"OfTomorrow\"}");
        bus.say(arrived(anna));

        eventually(() -> assertThat(bus.heard(room, OpenLeg.class)).hasSize(1));
        eventually(() -> assertThat(bus.deadLetters(room.value()))
                .hasSize(2)
                .allSatisfy(dead -> assertThat(header(dead.headers().lastHeader("dead-letter-topic")))
                        .isEqualTo(Topics.CALL_EVENTS)));
        assertThat(header(bus.deadLetters(room.value()).getFirst().headers().lastHeader("dead-letter-reason")))
                .contains("leg");
    }

    private void openRoom(int seats) {
        bus.publish(new ConferenceEntry(
                TENANT, extension, "Room", new ConferenceOptions(Optional.empty(), Optional.empty(), seats, false)));
        awaitKnown();
    }

    private void openPinRoom() {
        PinHash hash = new PinHash(pinKey);
        bus.publish(new ConferenceEntry(
                TENANT,
                extension,
                "Room",
                new ConferenceOptions(
                        Optional.of(hash.of(room, "1234")), Optional.of(hash.of(room, "4321")), 10, false)));
        awaitKnown();
    }

    @Inject
    dev.parley.conference.application.RoomPolicies policies;

    private void awaitKnown() {
        eventually(() -> assertThat(policies.find(room)).isPresent());
    }

    private List<PlannedLeg> latestPlan() {
        List<AudioPlan> plans = bus.heard(room, AudioPlan.class);
        return plans.isEmpty() ? List.of() : plans.getLast().legs();
    }

    private void press(LegId leg, String keys) {
        for (String key : keys.split("")) {
            bus.say(new DigitPressed(room, leg, key));
        }
    }

    private LegArrived arrived(LegId leg) {
        Caller caller = new Caller(Caller.Origin.PHONE, "801", Optional.empty(), Optional.empty());
        return new LegArrived(room, leg, INSTANCE, caller, extension, Optional.of("v=0"));
    }

    private static String header(org.apache.kafka.common.header.Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, room.value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(LONGEST).untilAsserted(assertion);
    }
}
