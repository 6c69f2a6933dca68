package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Effect;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The storage without a database, under the same laws; what two processes share when both are given the same {@link Store}. */
final class InMemoryConferences implements Conferences, Outbox, Timers {
    /** What outlives a process. */
    static final class Store {
        private final Map<RoomId, ConferenceState> rooms = new HashMap<>();
        private final Map<String, Long> consumed = new HashMap<>();
        private final Map<UUID, Waiting> outbox = new LinkedHashMap<>();
        private final Map<String, Due> timers = new LinkedHashMap<>();
    }

    private record Waiting(RoomId room, UUID writer, Envelope envelope) {}

    private final Store store;
    private final Function<Transition, List<Envelope>> scribe;
    private final UUID writer = UUID.randomUUID();

    InMemoryConferences(Store store, Function<Transition, List<Envelope>> scribe) {
        this.store = store;
        this.scribe = scribe;
    }

    @Override
    public Outcome change(RoomId room, Trigger trigger, Function<ConferenceState, Transition> step) {
        synchronized (store) {
            if (!take(room, trigger)) {
                return new Outcome.Repeated();
            }
            boolean inheritance = store.outbox.values().stream()
                    .anyMatch(waiting ->
                            waiting.room().equals(room) && !waiting.writer().equals(writer));
            Transition transition = step.apply(store.rooms.getOrDefault(room, ConferenceState.Idle.NEW));
            commit(room, trigger);
            store.rooms.put(room, transition.after());
            transition.decision().effects().forEach(effect -> applyTimer(room, effect));
            List<Envelope> envelopes = scribe.apply(transition);
            envelopes.forEach(envelope -> store.outbox.put(envelope.id(), new Waiting(room, writer, envelope)));
            return new Outcome.Stored(transition, envelopes, inheritance);
        }
    }

    private boolean take(RoomId room, Trigger trigger) {
        return switch (trigger) {
            case Trigger.Delivery(String log, long offset) ->
                offset >= store.consumed.getOrDefault(room + "|" + log, 0L);
            case Trigger.Call _ -> true;
            case Trigger.Alarm(LegId leg, Instant due) ->
                new Due(room, leg, due).equals(store.timers.get(room + "|" + leg));
        };
    }

    private void commit(RoomId room, Trigger trigger) {
        switch (trigger) {
            case Trigger.Delivery(String log, long offset) -> store.consumed.put(room + "|" + log, offset + 1);
            case Trigger.Call _ -> {
                // Comes once.
            }
            case Trigger.Alarm(LegId leg, Instant _) -> store.timers.remove(room + "|" + leg);
        }
    }

    private void applyTimer(RoomId room, Effect effect) {
        if (effect instanceof Effect.StartTimer(LegId leg, Instant due)) {
            store.timers.put(room + "|" + leg, new Due(room, leg, due));
        } else if (effect instanceof Effect.CancelTimer(LegId leg)) {
            store.timers.remove(room + "|" + leg);
        }
    }

    @Override
    public List<Envelope> waiting(RoomId room) {
        synchronized (store) {
            return store.outbox.values().stream()
                    .filter(waiting -> waiting.room().equals(room))
                    .map(Waiting::envelope)
                    .toList();
        }
    }

    @Override
    public List<RoomId> roomsWaitingSince(Instant then) {
        synchronized (store) {
            return store.outbox.values().stream()
                    .filter(waiting -> waiting.envelope().time().isBefore(then))
                    .map(Waiting::room)
                    .distinct()
                    .toList();
        }
    }

    @Override
    public void remove(Collection<UUID> arrived) {
        synchronized (store) {
            store.outbox.keySet().removeAll(arrived);
        }
    }

    @Override
    public List<Due> due(Instant now) {
        synchronized (store) {
            return new ArrayList<>(store.timers.values().stream()
                    .filter(timer -> !timer.due().isAfter(now))
                    .toList());
        }
    }
}
