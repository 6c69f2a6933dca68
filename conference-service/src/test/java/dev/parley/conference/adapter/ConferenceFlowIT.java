package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conference.adapter.out.kafka.Scribe;
import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.PostgresConferences;
import dev.parley.conference.application.RoomPolicies;
import dev.parley.conference.application.Transition;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.Decider;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Evolution;
import dev.parley.conference.domain.Facts;
import dev.parley.conference.domain.PinMatch;
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
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

    @Inject
    RoomPolicies policies;

    @Inject
    MeterRegistry meters;

    @Inject
    KafkaClientService kafka;

    @TestHTTPResource
    String url;

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

    @Test
    void redeliveryOfEverythingChangesNothing() throws Exception {
        openRoom(3);
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));
        bus.say(new LegHeld(room, anna));
        eventually(() -> assertThat(bus.heard(room, AudioPlan.class)).hasSize(2));
        double repeatedBefore = meters.counter("parley_conference_repeated").count();

        rewind();
        bus.say(arrived(ben));

        eventually(() -> assertThat(bus.heard(room, OpenLeg.class))
                .extracting(OpenLeg::leg)
                .contains(ben));
        eventually(() -> assertThat(meters.counter("parley_conference_repeated").count())
                .isGreaterThanOrEqualTo(repeatedBefore + 3));
        assertThat(bus.heard(room, OpenLeg.class)).extracting(OpenLeg::leg).containsExactly(anna, ben);
        assertThat(bus.heard(room, ParticipantJoined.class)).hasSize(1);
        assertThat(bus.heard(room, AudioPlan.class)).hasSize(2);
    }

    @Test
    void whatAProcessStoredButNeverSentGoesOutBeforeWhatComesNext() throws Exception {
        openRoom(3);
        storeAsAProcessThatDies(anna);

        bus.say(new LegAnswered(room, anna));

        eventually(() -> assertThat(bus.heard(room, MediaCommand.class))
                .extracting(Object::getClass)
                .containsExactly(OpenLeg.class, PlayPrompt.class));
        eventually(() ->
                assertThat(count("select count(*) from outbox where room = ?")).isZero());
    }

    @Test
    void whatAProcessStoredButNeverSentGoesOutThoughNothingMoreComes() throws Exception {
        openRoom(3);
        storeAsAProcessThatDies(anna);

        eventually(() -> assertThat(bus.heard(room, OpenLeg.class)).hasSize(1));
        eventually(() ->
                assertThat(count("select count(*) from outbox where room = ?")).isZero());
    }

    @Test
    void whoSaysNothingIsAskedAgainByATimer() throws Exception {
        openPinRoom();
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(1));

        letTimersElapse();
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(2));
        letTimersElapse();
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(3));
        letTimersElapse();
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .extracting(PlayPrompt::prompts)
                .last()
                .isEqualTo(List.of("goodbye")));
        letTimersElapse();

        eventually(() -> assertThat(bus.heard(room, HangUpLeg.class)).hasSize(1));
        assertThat(bus.heard(room, CloseLeg.class)).hasSize(1);
    }

    @Test
    void aDatabaseThatDropsItsConnectionsCostsNoMessage() throws Exception {
        openRoom(100);

        for (int number = 0; number < 30; number++) {
            bus.say(arrived(new LegId("leg-" + number + "-" + extension)));
            if (number % 10 == 5) {
                cutAllConnections();
            }
        }

        eventually(() -> assertThat(bus.heard(room, OpenLeg.class)).hasSize(30));
        assertThat(bus.deadLetters(room.value())).isEmpty();
    }

    @Test
    void aTwoPartyCallIsNoneOfItsBusiness() throws Exception {
        RoomId call = RoomId.ofCall(TENANT, extension);
        openRoom(1);

        bus.say(new DigitPressed(call, anna, "1"));
        bus.say(arrived(anna));

        eventually(() -> assertThat(bus.heard(room, OpenLeg.class)).hasSize(1));
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from room where room = ?")) {
            select.setString(1, call.value());
            assertThat(select.executeQuery().next()).isFalse();
        }
    }

    @Test
    void itIsHealthyAndShowsItsFigures() {
        openRoom(1);
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));

        eventually(() -> assertThat(get("/q/metrics").body())
                .containsPattern("parley_conference_live\\S* [1-9]")
                .containsPattern("parley_conference_participants\\S* [1-9]"));
        assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from " + path, e);
        }
    }

    /** Every record of both topics is delivered once more. */
    private void rewind() {
        kafka.getConsumerChannels().stream()
                .filter(channel -> channel.startsWith("room-inputs"))
                .flatMap(channel -> kafka.getConsumers(channel).stream())
                .forEach(consumer -> consumer.runOnPollingThread(polling -> {
                            polling.seekToBeginning(polling.assignment());
                        })
                        .await()
                        .atMost(LONGEST));
    }

    private void storeAsAProcessThatDies(LegId leg) {
        Scribe scribe = new Scribe(UUID::randomUUID);
        new PostgresConferences(new Database(database), scribe::write, UUID.randomUUID())
                .change(room, new Trigger.Delivery("another log", 0), state -> {
                    Facts facts = new Facts(
                            Instant.now(),
                            policies.find(room),
                            PinMatch.NONE,
                            new ConferenceId("unused"),
                            new ParticipantId("unused"));
                    Decision.Accepted accepted = (Decision.Accepted)
                            Decider.decide(state, new Arrive(leg, INSTANCE, "801", Optional.of("v=0")), facts);
                    return new Transition(
                            room,
                            facts.now(),
                            accepted,
                            Evolution.evolve(state, accepted.events().getFirst()));
                });
    }

    private void letTimersElapse() throws SQLException {
        execute("update timer set due_at = due_at - interval '1 hour' where room = '" + room + "'");
    }

    private void cutAllConnections() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where usename = current_user and pid <> pg_backend_pid()");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
