package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * {@code ./parley bench core}: so many random commands through the core, by a seed, in one room after the other; after each
 * the laws are checked, and each room's history has to replay to its state. No test: it runs when it is called for.
 */
class CoreBench {
    private static final int COMMANDS = Integer.getInteger("parley.bench.commands", 1_000_000);
    private static final long SEED = Long.getLong("parley.bench.seed", 1);
    private static final int COMMANDS_OF_A_ROOM = 4_000;

    @SuppressWarnings("SystemOut") // The terminal is what it is for.
    private static final PrintStream TERMINAL = System.out;

    private final Random random = new Random(SEED);
    private int accepted;
    private int rejected;
    private int told;
    private long deciding;

    @Test
    void theLawsHold() {
        long begun = System.nanoTime();
        for (int done = 0; done < COMMANDS; done += COMMANDS_OF_A_ROOM) {
            walk(Math.min(COMMANDS_OF_A_ROOM, COMMANDS - done));
        }
        long all = System.nanoTime() - begun;
        assertThat(accepted + rejected).isEqualTo(COMMANDS);
        TERMINAL.printf(
                "core: seed %d, %,d commands, %,d accepted with %,d events, %,d rejected; the laws held after each%n",
                SEED, COMMANDS, accepted, told, rejected);
        TERMINAL.printf(
                "core: %,.0f commands/s to decide and evolve, in %.1f s; with the laws checked %.1f s%n",
                COMMANDS / seconds(deciding), seconds(deciding), seconds(all));
    }

    private void walk(int steps) {
        Chance chance = new Chance(new Random(random.nextLong()));
        RoomPolicy policy = chance.policy();
        RoomLaws laws = new RoomLaws(policy.seats());
        List<ConferenceEvent> history = new ArrayList<>();
        ConferenceState state = ConferenceState.Idle.NEW;
        for (int step = 0; step < steps; step++) {
            ConferenceCommand command = chance.command(state);
            Facts facts = chance.facts(step, policy, state, command);
            ConferenceState before = state;
            long begun = System.nanoTime();
            Decision decision = Decider.decide(state, command, facts);
            state = after(state, decision);
            deciding += System.nanoTime() - begun;
            count(decision, history);
            laws.hold(before, command, decision, state);
        }
        laws.holdAtTheEnd(state);
        ConferenceState replayed = ConferenceState.Idle.NEW;
        for (ConferenceEvent event : history) {
            replayed = Evolution.evolve(replayed, event);
        }
        assertThat(replayed).as("the history replays to the state").isEqualTo(state);
    }

    private void count(Decision decision, List<ConferenceEvent> history) {
        switch (decision) {
            case Decision.Accepted(List<ConferenceEvent> events, var _) -> {
                accepted++;
                told += events.size();
                history.addAll(events);
            }
            case Decision.Rejected _ -> rejected++;
        }
    }

    private static ConferenceState after(ConferenceState before, Decision decision) {
        ConferenceState state = before;
        if (decision instanceof Decision.Accepted accepted) {
            for (ConferenceEvent event : accepted.events()) {
                state = Evolution.evolve(state, event);
            }
        }
        return state;
    }

    private static double seconds(long nanos) {
        return nanos / (double) Duration.ofSeconds(1).toNanos();
    }
}
