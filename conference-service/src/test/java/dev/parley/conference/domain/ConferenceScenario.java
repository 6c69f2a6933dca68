package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells a test as a story: {@code given(commands).when(command).thenEvents(…).thenEffects(…)}.
 *
 * <p>The n-th command of a story finds the ids {@code conference-n} and {@code participant-n}.
 */
final class ConferenceScenario {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration PIN_SILENCE = Duration.ofSeconds(10);
    static final RoomPolicy OPEN = new RoomPolicy(false, 3, false, "en", 3, PIN_SILENCE);
    static final RoomPolicy WITH_PIN = new RoomPolicy(true, 3, false, "en", 3, PIN_SILENCE);

    static final LegId ANNA = new LegId("anna");
    static final LegId BEN = new LegId("ben");
    static final LegId CLEO = new LegId("cleo");
    static final LegId DAN = new LegId("dan");
    static final int INSTANCE = 1;

    private Optional<RoomPolicy> room;
    private PinMatch pin = PinMatch.NONE;
    private ConferenceState state = ConferenceState.Idle.NEW;
    private Decision decision = new Decision.Accepted(List.of(), List.of());
    private int step;

    private ConferenceScenario(Optional<RoomPolicy> room) {
        this.room = room;
    }

    static ConferenceScenario in(RoomPolicy room) {
        return new ConferenceScenario(Optional.of(room));
    }

    static ConferenceScenario inNoRoom() {
        return new ConferenceScenario(Optional.empty());
    }

    /** What happens first; each of it must be accepted. */
    ConferenceScenario given(ConferenceCommand... commands) {
        for (ConferenceCommand command : commands) {
            when(command);
            if (decision instanceof Decision.Rejected(Rejection reason, var _)) {
                throw new IllegalStateException(command + " was rejected: " + reason);
            }
        }
        return this;
    }

    /** Somebody who is called is let in at once. */
    ConferenceScenario givenMembers(LegId... legs) {
        for (LegId leg : legs) {
            given(arrive(leg), new ConferenceCommand.Answer(leg));
        }
        return this;
    }

    /** From now on an entry is this. */
    ConferenceScenario pinIs(PinMatch match) {
        pin = match;
        return this;
    }

    /** From now on the directory says this about the room. */
    ConferenceScenario roomBecomes(RoomPolicy policy) {
        room = Optional.of(policy);
        return this;
    }

    ConferenceScenario when(ConferenceCommand command) {
        step++;
        Facts facts = new Facts(NOW, room, pin, conference(step), participant(step));
        decision = Decider.decide(state, command, facts);
        if (decision instanceof Decision.Accepted accepted) {
            for (ConferenceEvent event : accepted.events()) {
                state = Evolution.evolve(state, event);
            }
        }
        return this;
    }

    ConferenceScenario whenPressed(LegId leg, String keys) {
        for (char key : keys.toCharArray()) {
            when(new ConferenceCommand.PressKey(leg, key));
        }
        return this;
    }

    ConferenceScenario thenEvents(ConferenceEvent... events) {
        assertThat(accepted().events()).containsExactly(events);
        return this;
    }

    ConferenceScenario thenEffects(Effect... effects) {
        assertThat(decision.effects()).containsExactly(effects);
        return this;
    }

    /** Among others. */
    ConferenceScenario thenEffect(Effect effect) {
        assertThat(decision.effects()).contains(effect);
        return this;
    }

    ConferenceScenario thenNoEffectOf(Class<? extends Effect> kind) {
        assertThat(decision.effects()).noneMatch(kind::isInstance);
        return this;
    }

    ConferenceScenario thenRejected(Rejection reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
        return this;
    }

    ConferenceScenario thenState(ConferenceState expected) {
        assertThat(state).isEqualTo(expected);
        return this;
    }

    ConferenceState state() {
        return state;
    }

    Decision decision() {
        return decision;
    }

    private Decision.Accepted accepted() {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted) decision;
    }

    static ConferenceCommand.Arrive arrive(LegId leg) {
        return new ConferenceCommand.Arrive(leg, INSTANCE, "801", Optional.of("offer"));
    }

    static ConferenceId conference(int step) {
        return new ConferenceId("conference-" + step);
    }

    static ParticipantId participant(int step) {
        return new ParticipantId("participant-" + step);
    }

    static HearingPlan.Hearing heard(LegId leg) {
        return new HearingPlan.Hearing(leg, true);
    }

    static HearingPlan.Hearing unheard(LegId leg) {
        return new HearingPlan.Hearing(leg, false);
    }

    static Effect plan(long revision, HearingPlan.Hearing... legs) {
        return new Effect.ConnectAudio(new HearingPlan(revision, false, List.of(legs)));
    }

    static Effect say(LegId leg, String request, Prompt... prompts) {
        return new Effect.PlayPrompts(leg, request, List.of(prompts), "en");
    }

    static Effect timer(LegId leg, Duration delay) {
        return new Effect.StartTimer(leg, NOW.plus(delay));
    }
}
