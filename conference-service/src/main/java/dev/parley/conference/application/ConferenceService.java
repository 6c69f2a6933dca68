package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decider;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Evolution;
import dev.parley.conference.domain.Facts;
import dev.parley.conference.domain.Leg;
import dev.parley.conference.domain.PinMatch;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Carries out one command: load, decide, evolve, store, send. The only caller of {@link Decider}. Thread-safe.
 */
public final class ConferenceService {
    private final Conferences conferences;
    private final RoomPolicies policies;
    private final Postbox postbox;
    private final Watcher watcher;
    private final RoomLocks locks;
    private final World world;

    /** Where time and new identities come from. */
    public record World(InstantSource clock, Supplier<UUID> identities) {}

    public ConferenceService(
            Conferences conferences,
            RoomPolicies policies,
            Postbox postbox,
            Watcher watcher,
            RoomLocks locks,
            World world) {
        this.conferences = conferences;
        this.policies = policies;
        this.postbox = postbox;
        this.watcher = watcher;
        this.locks = locks;
        this.world = world;
    }

    /**
     * Carries the command out, once for its trigger.
     *
     * @throws StorageUnavailable when it has to be tried again
     */
    public void handle(RoomId room, Trigger trigger, ConferenceCommand command) {
        Instant begun = world.clock().instant();
        locks.whileLocked(room, () -> {
            switch (conferences.change(room, trigger, state -> step(room, state, command))) {
                case Conferences.Outcome.Stored stored -> {
                    postbox.send(room, stored.envelopes(), stored.inheritance());
                    count(stored.transition().decision());
                }
                case Conferences.Outcome.Repeated _ -> watcher.repeated();
            }
        });
        watcher.carriedOut(Duration.between(begun, world.clock().instant()));
    }

    private Transition step(RoomId room, ConferenceState state, ConferenceCommand command) {
        Facts facts = facts(room, state, command);
        Decision decision = Decider.decide(state, command, facts);
        return new Transition(room, facts.now(), decision, after(state, decision));
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

    private Facts facts(RoomId room, ConferenceState state, ConferenceCommand command) {
        return new Facts(
                world.clock().instant(),
                policies.find(room),
                match(room, state, command),
                new ConferenceId(world.identities().get().toString()),
                new ParticipantId(world.identities().get().toString()));
    }

    private PinMatch match(RoomId room, ConferenceState state, ConferenceCommand command) {
        if (command instanceof PressKey(var id, char key) && key == '#') {
            return state.roster()
                    .find(id)
                    .filter(Leg.EnteringPin.class::isInstance)
                    .map(leg -> ((Leg.EnteringPin) leg).entry().digits())
                    .map(digits -> policies.match(room, digits))
                    .orElse(PinMatch.NONE);
        }
        return PinMatch.NONE;
    }

    private void count(Decision decision) {
        switch (decision) {
            case Decision.Accepted _ -> {
                // Counted by its time.
            }
            case Decision.Rejected rejected -> watcher.rejected(rejected.reason());
        }
    }
}
