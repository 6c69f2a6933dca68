package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.adapter.out.kafka.Historian;
import dev.parley.conference.adapter.out.kafka.Scribe;
import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.PostgresConferences;
import dev.parley.conference.application.Transition;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.Decider;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Evolution;
import dev.parley.conference.domain.Facts;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.SomeFacts;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes wrong between the services, and costs nobody anything. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class SurvivingIT extends RunningService {
    @Inject
    AgroalDataSource pool;

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
                .contains("instance");
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
        // Whoever comes next is not handed a connection that was cut.
        pool.flush(AgroalDataSource.FlushMode.INVALID);
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
        Scribe scribe = new Scribe(UUID::randomUUID, new DigitSeal("000102030405060708090a0b0c0d0e0f"));
        new PostgresConferences(
                        new Database(database),
                        new DigitSeal(digitKey),
                        scribe::write,
                        new Historian(UUID::randomUUID)::write,
                        UUID.randomUUID())
                .change(room, new Trigger.Delivery("another log", 0), state -> {
                    Facts facts = SomeFacts.of(Instant.now(), policies.find(room), PinMatch.NONE, "unused");
                    Decision.Accepted accepted = (Decision.Accepted) Decider.decide(
                            state, new Arrive(leg, INSTANCE, Party.extension("801"), Optional.of("v=0")), facts);
                    return new Transition(
                            room,
                            facts.now(),
                            accepted,
                            Evolution.evolve(state, accepted.events().getFirst()));
                });
    }

    private void cutAllConnections() throws SQLException {
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where usename = current_user and pid <> pg_backend_pid()");
    }
}
