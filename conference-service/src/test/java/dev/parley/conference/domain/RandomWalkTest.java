package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever comes, in whatever order: the laws of a room hold. The repetition is the seed. */
class RandomWalkTest {
    private static final int STEPS = 400;
    private static final int PEOPLE = 8;
    private static final int SEATS = 3;

    @RepeatedTest(300)
    void theLawsHold(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        RoomPolicy policy =
                new RoomPolicy(random.nextBoolean(), SEATS, random.nextBoolean(), "en", 3, Duration.ofSeconds(10));
        RoomLaws laws = new RoomLaws(SEATS);
        List<ConferenceEvent> history = new ArrayList<>();
        ConferenceState state = ConferenceState.Idle.NEW;

        for (int step = 0; step < STEPS; step++) {
            ConferenceCommand command = command(random);
            Facts facts = new Facts(
                    Instant.EPOCH.plusSeconds(step),
                    random.nextInt(20) == 0 ? Optional.empty() : Optional.of(policy),
                    PinMatch.values()[random.nextInt(PinMatch.values().length)],
                    new ConferenceId("conference-" + step),
                    new ParticipantId("participant-" + step));
            Decision decision = Decider.decide(state, command, facts);
            ConferenceState before = state;
            if (decision instanceof Decision.Accepted accepted) {
                for (ConferenceEvent event : accepted.events()) {
                    state = Evolution.evolve(state, event);
                }
                history.addAll(accepted.events());
            }
            laws.hold(before, command, decision, state);
        }

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

    private static ConferenceCommand command(Random random) {
        LegId leg = new LegId("leg-" + random.nextInt(PEOPLE));
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> new Arrive(leg, random.nextInt(3), "801", Optional.empty());
            case 3, 4, 5 -> new Answer(leg);
            case 6 -> new Hold(leg);
            case 7 -> new Resume(leg);
            case 8 -> new PressKey(leg, "0123456789*#A".charAt(random.nextInt(13)));
            case 9 -> new PressKey(leg, '#');
            case 10 ->
                new PromptOver(
                        leg, List.of("welcome", "pin-1", "pin-2", "goodbye").get(random.nextInt(4)));
            case 11 -> new Leave(leg, LeaveReason.values()[random.nextInt(LeaveReason.values().length)]);
            case 12 -> new LoseMedia(leg);
            default -> new TimerElapsed(leg);
        };
    }
}
