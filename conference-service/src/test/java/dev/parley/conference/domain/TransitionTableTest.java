package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.WITH_PIN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every command does in every state: a leg's own, and the room's when the leg is not here. A pair that is missing
 * here fails; so does a kind of command or leg that is missing from the lists below.
 */
class TransitionTableTest {
    private static final String TABLE = """
            nobody here   | Arrive       | LegExpected
            nobody here   | Answer       | NO_SUCH_LEG
            nobody here   | Hold         | NO_SUCH_LEG
            nobody here   | Resume       | NO_SUCH_LEG
            nobody here   | PressKey     | NO_SUCH_LEG
            nobody here   | PromptOver   | NO_SUCH_LEG
            nobody here   | Leave        | NO_SUCH_LEG
            nobody here   | LoseMedia    | NO_SUCH_LEG
            nobody here   | TimerElapsed | NO_SUCH_LEG
            others gather | Arrive       | LegExpected
            others gather | Answer       | NO_SUCH_LEG
            others gather | Hold         | NO_SUCH_LEG
            others gather | Resume       | NO_SUCH_LEG
            others gather | PressKey     | NO_SUCH_LEG
            others gather | PromptOver   | NO_SUCH_LEG
            others gather | Leave        | NO_SUCH_LEG
            others gather | LoseMedia    | NO_SUCH_LEG
            others gather | TimerElapsed | NO_SUCH_LEG
            others live   | Arrive       | LegExpected
            others live   | Answer       | NO_SUCH_LEG
            others live   | Hold         | NO_SUCH_LEG
            others live   | Resume       | NO_SUCH_LEG
            others live   | PressKey     | NO_SUCH_LEG
            others live   | PromptOver   | NO_SUCH_LEG
            others live   | Leave        | NO_SUCH_LEG
            others live   | LoseMedia    | NO_SUCH_LEG
            others live   | TimerElapsed | NO_SUCH_LEG
            Opening       | Arrive       | ALREADY_HERE
            Opening       | Answer       | ConferenceStarted ParticipantJoined
            Opening       | Hold         | LegHeld
            Opening       | Resume       | NOTHING_CHANGES
            Opening       | PressKey     | NOT_ANSWERED
            Opening       | PromptOver   | NOTHING_CHANGES
            Opening       | Leave        | LegGone
            Opening       | LoseMedia    | LegGone
            Opening       | TimerElapsed | LegGone
            EnteringPin   | Arrive       | ALREADY_HERE
            EnteringPin   | Answer       | ALREADY_ANSWERED
            EnteringPin   | Hold         | LegHeld
            EnteringPin   | Resume       | NOTHING_CHANGES
            EnteringPin   | PressKey     | DigitTaken
            EnteringPin   | PromptOver   | NOTHING_CHANGES
            EnteringPin   | Leave        | LegGone
            EnteringPin   | LoseMedia    | LegGone
            EnteringPin   | TimerElapsed | EntryFailed
            Member        | Arrive       | ALREADY_HERE
            Member        | Answer       | ALREADY_ANSWERED
            Member        | Hold         | LegHeld
            Member        | Resume       | NOTHING_CHANGES
            Member        | PressKey     | KEY_WITHOUT_MEANING
            Member        | PromptOver   | NOTHING_CHANGES
            Member        | Leave        | ParticipantLeft ConferenceEnded
            Member        | LoseMedia    | ParticipantLeft ConferenceEnded
            Member        | TimerElapsed | NOTHING_CHANGES
            Leaving       | Arrive       | ALREADY_HERE
            Leaving       | Answer       | ALREADY_ANSWERED
            Leaving       | Hold         | LegHeld
            Leaving       | Resume       | NOTHING_CHANGES
            Leaving       | PressKey     | KEY_WITHOUT_MEANING
            Leaving       | PromptOver   | NOTHING_CHANGES
            Leaving       | Leave        | LegGone
            Leaving       | LoseMedia    | LegGone
            Leaving       | TimerElapsed | LegGone
            """;

    private static final Map<String, Supplier<ConferenceScenario>> STATES = states();
    private static final Map<String, ConferenceCommand> COMMANDS = Stream.of(
                    arrive(ANNA),
                    new Answer(ANNA),
                    new Hold(ANNA),
                    new Resume(ANNA),
                    new PressKey(ANNA, '5'),
                    new PromptOver(ANNA, "something"),
                    new Leave(ANNA, LeaveReason.HUNG_UP),
                    new LoseMedia(ANNA),
                    new TimerElapsed(ANNA))
            .collect(Collectors.toMap(command -> command.getClass().getSimpleName(), command -> command));

    private static Map<String, Supplier<ConferenceScenario>> states() {
        Map<String, Supplier<ConferenceScenario>> states = new LinkedHashMap<>();
        states.put("nobody here", () -> in(OPEN));
        states.put("others gather", () -> in(OPEN).given(arrive(BEN)));
        states.put("others live", () -> in(OPEN).givenMembers(BEN));
        states.put("Opening", () -> in(OPEN).given(arrive(ANNA)));
        states.put("EnteringPin", () -> in(WITH_PIN).given(arrive(ANNA), new Answer(ANNA)));
        states.put("Member", () -> in(OPEN).givenMembers(ANNA));
        states.put(
                "Leaving",
                () -> in(WITH_PIN).given(arrive(ANNA), new Answer(ANNA)).whenPressed(ANNA, "1#2#3#"));
        return states;
    }

    @TestFactory
    Stream<DynamicTest> everyPairOfStateAndCommandHasItsOutcome() {
        Map<String, String> expected = TABLE.lines()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(row -> row[0].strip() + " | " + row[1].strip(), row -> row[2].strip()));
        return STATES.keySet().stream()
                .flatMap(state -> COMMANDS.keySet().stream()
                        .map(command -> state + " | " + command)
                        .map(pair -> DynamicTest.dynamicTest(
                                pair, () -> assertThat(outcome(pair)).isEqualTo(expected.get(pair)))));
    }

    @Test
    void noKindOfCommandOrLegIsMissing() {
        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(kinds(ConferenceCommand.class));
        assertThat(STATES.keySet()).containsAll(kinds(Leg.class));
    }

    private static Iterable<String> kinds(Class<?> family) {
        return Arrays.stream(Objects.requireNonNull(family.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .toList();
    }

    private static String outcome(String pair) {
        String[] names = pair.split(" \\| ");
        return switch (STATES.get(names[0]).get().when(COMMANDS.get(names[1])).decision()) {
            case Decision.Accepted(var events, var _) ->
                events.stream().map(event -> event.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case Decision.Rejected(Rejection reason, var _) -> reason.name();
        };
    }
}
