package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever comes, in whatever order: the laws of a room hold. The repetition is the seed. */
class RandomWalkTest {
    /** More for a long run: {@code -Dparley.walk.steps=4000} makes it a million commands and more. */
    private static final int STEPS = Integer.getInteger("parley.walk.steps", 400);

    /** The first draws of neighbouring seeds are nearly the same; of these they are not. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final Set<Class<?>> REACHED = new HashSet<>();

    @AfterAll
    static void theWalksHaveBeenEverywhere() {
        assertThat(REACHED)
                .containsAll(Stream.concat(kinds(ConferenceEvent.class), kinds(Effect.class))
                        .toList());
    }

    private static Stream<Class<?>> kinds(Class<?> family) {
        return Arrays.stream(Objects.requireNonNull(family.getPermittedSubclasses()))
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }

    @RepeatedTest(300)
    @DisplayName("R26 R27 R28 R29 the laws hold")
    void theLawsHold(RepetitionInfo repetition) {
        Chance chance = new Chance(new Random(repetition.getCurrentRepetition() * SPREAD));
        RoomPolicy policy = chance.policy();
        RoomLaws laws = new RoomLaws(policy.seats());
        List<ConferenceEvent> history = new ArrayList<>();
        ConferenceState state = ConferenceState.Idle.NEW;

        for (int step = 0; step < STEPS; step++) {
            ConferenceCommand command = chance.command(state);
            Decision decision = Decider.decide(state, command, chance.facts(step, policy, state, command));
            ConferenceState before = state;
            if (decision instanceof Decision.Accepted accepted) {
                for (ConferenceEvent event : accepted.events()) {
                    state = Evolution.evolve(state, event);
                }
                history.addAll(accepted.events());
            }
            decision.effects().forEach(effect -> REACHED.add(effect.getClass()));
            laws.hold(before, command, decision, state);
        }

        history.forEach(event -> REACHED.add(event.getClass()));
        assertThat(replay(history)).isEqualTo(state);
        laws.holdAtTheEnd(state);
    }

    private static ConferenceState replay(List<ConferenceEvent> history) {
        ConferenceState state = ConferenceState.Idle.NEW;
        for (ConferenceEvent event : history) {
            state = Evolution.evolve(state, event);
        }
        return state;
    }
}
