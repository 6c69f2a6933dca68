package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decider;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Evolution;
import dev.parley.conference.domain.Facts;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Carries out one command: load, decide, evolve, store, send. The only caller of {@link Decider}. Thread-safe.
 */
public final class ConferenceService {
    private final Conferences conferences;
    private final FactFinder facts;
    private final Postbox postbox;
    private final Watcher watcher;
    private final RoomLocks locks;
    private final InstantSource clock;

    public ConferenceService(
            Conferences conferences,
            FactFinder facts,
            Postbox postbox,
            Watcher watcher,
            RoomLocks locks,
            InstantSource clock) {
        this.conferences = conferences;
        this.facts = facts;
        this.postbox = postbox;
        this.watcher = watcher;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Carries the command out, once for its trigger.
     *
     * @return what came of it; none when its trigger was consumed before
     * @throws StorageUnavailable when it has to be tried again
     */
    public Optional<Transition> handle(RoomId room, Trigger trigger, ConferenceCommand command) {
        Instant begun = clock.instant();
        AtomicReference<Optional<Transition>> result = new AtomicReference<>(Optional.empty());
        locks.whileLocked(room, () -> {
            switch (conferences.change(room, trigger, state -> step(room, state, command))) {
                case Conferences.Outcome.Stored stored -> {
                    postbox.send(room, stored.envelopes(), stored.inheritance());
                    tell(room, stored.transition().decision());
                    result.set(Optional.of(stored.transition()));
                }
                case Conferences.Outcome.Repeated _ -> watcher.repeated();
            }
        });
        watcher.carriedOut(Duration.between(begun, clock.instant()));
        return result.get();
    }

    private Transition step(RoomId room, ConferenceState state, ConferenceCommand command) {
        Facts known = facts.find(room, state, command);
        Decision decision = Decider.decide(state, command, known);
        return new Transition(room, known.now(), decision, after(state, decision));
    }

    private static ConferenceState after(ConferenceState before, Decision decision) {
        return switch (decision) {
            case Decision.Accepted accepted -> {
                ConferenceState state = before;
                for (ConferenceEvent event : accepted.events()) {
                    state = Evolution.evolve(state, event);
                }
                yield state;
            }
            case Decision.Rejected _ -> before;
        };
    }

    private void tell(RoomId room, Decision decision) {
        switch (decision) {
            case Decision.Accepted accepted -> watcher.happened(room, accepted.events());
            case Decision.Rejected rejected -> watcher.rejected(rejected.reason());
        }
    }
}
