package dev.parley.conference.adapter.out.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.Outbox;
import dev.parley.conference.application.RoomLocks;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final RoomId OTHER = new RoomId("demo:911");

    private final Kept outbox = new Kept();
    private final ScriptedBroker broker = new ScriptedBroker();
    private final OutboxRelay relay = new OutboxRelay(broker, outbox, new RoomLocks(), Duration.ofMillis(200));

    @Test
    void whatArrivedIsTakenOutOfTheOutbox() {
        List<Envelope> both = stored(ROOM, "a", "b");

        relay.send(ROOM, both, false);
        relay.tidy();

        assertThat(broker.took).containsExactly("a", "b");
        assertThat(outbox.kept).isEmpty();
    }

    @Test
    void whatHasNotArrivedYetStaysInTheOutbox() {
        broker.silent = true;

        relay.send(ROOM, stored(ROOM, "a"), false);
        relay.tidy();

        assertThat(outbox.kept).hasSize(1);
    }

    @Test
    void afterAFailureWhatComesLaterWaitsAndAllIsSentInOrder() {
        broker.failing = true;
        relay.send(ROOM, stored(ROOM, "a"), false);
        broker.failing = false;
        relay.send(ROOM, stored(ROOM, "b"), false);
        relay.send(OTHER, stored(OTHER, "x"), false);
        assertThat(broker.took).containsExactly("x");

        relay.heal();
        relay.tidy();

        assertThat(broker.took).containsExactly("x", "a", "b");
        assertThat(outbox.kept).isEmpty();
        assertThat(relay.stuckRooms()).isZero();
    }

    @Test
    void whatADeadProcessLeftBehindGoesFirst() {
        stored(ROOM, "old");

        relay.send(ROOM, stored(ROOM, "new"), true);
        assertThat(broker.took).isEmpty();
        relay.heal();

        assertThat(broker.took).containsExactly("old", "new");
        assertThat(outbox.kept).isEmpty();
    }

    @Test
    void whatADeadProcessLeftBehindIsSentThoughNothingMoreComes() {
        stored(ROOM, "old");

        relay.adopt(Instant.MAX);
        relay.heal();

        assertThat(broker.took).containsExactly("old");
    }

    @Test
    void aMessageStillUnderwayIsNotSentASecondTime() {
        broker.silent = true;
        relay.send(ROOM, stored(ROOM, "a"), false);
        broker.silent = false;

        relay.adopt(Instant.MAX);
        relay.heal();
        assertThat(broker.took).isEmpty();
        broker.speak();
        relay.tidy();

        assertThat(broker.took).containsExactly("a");
        assertThat(outbox.kept).isEmpty();
    }

    @Test
    void aMessageThatArrivesWhileTheOutboxIsReadIsNotSentASecondTime() {
        broker.silent = true;
        relay.send(ROOM, stored(ROOM, "a"), false);
        broker.silent = false;
        outbox.whileRead = broker::speak;

        relay.adopt(Instant.MAX);
        relay.heal();
        relay.heal();

        assertThat(broker.took).containsExactly("a");
        assertThat(outbox.kept).isEmpty();
        assertThat(relay.stuckRooms()).isZero();
    }

    @Test
    void aRoomStaysStuckForAsLongAsTheBrokerFails() {
        broker.failing = true;
        relay.send(ROOM, stored(ROOM, "a"), false);

        relay.heal();

        assertThat(relay.stuckRooms()).isEqualTo(1);
        assertThat(outbox.kept).hasSize(1);
    }

    @Test
    void aBrokerThatDoesNotAnswerHoldsTheHealerUpOnlyForItsPatience() {
        broker.silent = true;
        stored(ROOM, "old");
        relay.adopt(Instant.MAX);

        relay.heal();

        assertThat(relay.stuckRooms()).isEqualTo(1);
    }

    private List<Envelope> stored(RoomId room, String... payloads) {
        List<Envelope> envelopes = new ArrayList<>();
        for (String payload : payloads) {
            Envelope envelope = new Envelope(
                    UUID.randomUUID(), "topic", room.value(), OptionalInt.empty(), "Kind", Instant.EPOCH, payload);
            outbox.kept.put(envelope.id(), Map.entry(room, envelope));
            envelopes.add(envelope);
        }
        return envelopes;
    }

    /** Takes, fails, or says nothing. */
    private static final class ScriptedBroker implements Sender {
        private final List<String> took = new ArrayList<>();
        private final List<Runnable> unsaid = new ArrayList<>();
        private boolean failing;
        private boolean silent;

        @Override
        public CompletionStage<Void> send(Envelope envelope) {
            if (failing) {
                return CompletableFuture.failedFuture(new IllegalStateException("no broker"));
            }
            CompletableFuture<Void> answer = new CompletableFuture<>();
            Runnable take = () -> {
                took.add(envelope.payload());
                answer.complete(null);
            };
            if (silent) {
                unsaid.add(take);
            } else {
                take.run();
            }
            return answer;
        }

        void speak() {
            unsaid.forEach(Runnable::run);
            unsaid.clear();
        }
    }

    private static final class Kept implements Outbox {
        private final Map<UUID, Map.Entry<RoomId, Envelope>> kept = new LinkedHashMap<>();
        private Runnable whileRead = () -> {};

        @Override
        public List<Envelope> waiting(RoomId room) {
            List<Envelope> read = kept.values().stream()
                    .filter(entry -> entry.getKey().equals(room))
                    .map(Map.Entry::getValue)
                    .toList();
            whileRead.run();
            return read;
        }

        @Override
        public List<RoomId> roomsWaitingSince(Instant then) {
            return kept.values().stream()
                    .filter(entry -> entry.getValue().time().isBefore(then))
                    .map(Map.Entry::getKey)
                    .distinct()
                    .toList();
        }

        @Override
        public void remove(Collection<UUID> arrived) {
            kept.keySet().removeAll(arrived);
        }
    }
}
