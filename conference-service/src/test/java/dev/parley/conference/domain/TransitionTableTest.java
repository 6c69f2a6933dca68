package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.WITH_PIN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.NameOver;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
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
            nobody here   | Ring         | NO_SUCH_LEG
            nobody here   | Progress     | NO_SUCH_LEG
            nobody here   | FailCall     | NO_SUCH_LEG
            nobody here   | Hold         | NO_SUCH_LEG
            nobody here   | Resume       | NO_SUCH_LEG
            nobody here   | PressKey     | NO_SUCH_LEG
            nobody here   | PromptOver   | NO_SUCH_LEG
            nobody here   | NameOver     | NO_SUCH_LEG
            nobody here   | Leave        | NO_SUCH_LEG
            nobody here   | LoseMedia    | NO_SUCH_LEG
            nobody here   | TimerElapsed | NO_SUCH_LEG
            others gather | Arrive       | LegExpected
            others gather | Answer       | NO_SUCH_LEG
            others gather | Ring         | NO_SUCH_LEG
            others gather | Progress     | NO_SUCH_LEG
            others gather | FailCall     | NO_SUCH_LEG
            others gather | Hold         | NO_SUCH_LEG
            others gather | Resume       | NO_SUCH_LEG
            others gather | PressKey     | NO_SUCH_LEG
            others gather | PromptOver   | NO_SUCH_LEG
            others gather | NameOver     | NO_SUCH_LEG
            others gather | Leave        | NO_SUCH_LEG
            others gather | LoseMedia    | NO_SUCH_LEG
            others gather | TimerElapsed | NO_SUCH_LEG
            others live   | Arrive       | LegExpected
            others live   | Answer       | NO_SUCH_LEG
            others live   | Ring         | NO_SUCH_LEG
            others live   | Progress     | NO_SUCH_LEG
            others live   | FailCall     | NO_SUCH_LEG
            others live   | Hold         | NO_SUCH_LEG
            others live   | Resume       | NO_SUCH_LEG
            others live   | PressKey     | NO_SUCH_LEG
            others live   | PromptOver   | NO_SUCH_LEG
            others live   | NameOver     | NO_SUCH_LEG
            others live   | Leave        | NO_SUCH_LEG
            others live   | LoseMedia    | NO_SUCH_LEG
            others live   | TimerElapsed | NO_SUCH_LEG
            Opening       | Arrive       | ALREADY_HERE
            Opening       | Answer       | ConferenceStarted ParticipantJoined
            Opening       | Ring         | NOTHING_CHANGES
            Opening       | Progress     | NOTHING_CHANGES
            Opening       | FailCall     | LegGone
            Opening       | Hold         | LegHeld
            Opening       | Resume       | NOTHING_CHANGES
            Opening       | PressKey     | NOT_ANSWERED
            Opening       | PromptOver   | NOTHING_CHANGES
            Opening       | NameOver     | NOTHING_CHANGES
            Opening       | Leave        | LegGone
            Opening       | LoseMedia    | LegGone
            Opening       | TimerElapsed | LegGone
            EnteringPin   | Arrive       | ALREADY_HERE
            EnteringPin   | Answer       | ALREADY_ANSWERED
            EnteringPin   | Ring         | NOTHING_CHANGES
            EnteringPin   | Progress     | NOTHING_CHANGES
            EnteringPin   | FailCall     | LegGone
            EnteringPin   | Hold         | LegHeld
            EnteringPin   | Resume       | NOTHING_CHANGES
            EnteringPin   | PressKey     | DigitTaken
            EnteringPin   | PromptOver   | NOTHING_CHANGES
            EnteringPin   | NameOver     | NOTHING_CHANGES
            EnteringPin   | Leave        | LegGone
            EnteringPin   | LoseMedia    | LegGone
            EnteringPin   | TimerElapsed | EntryFailed
            pausing       | Arrive       | ALREADY_HERE
            pausing       | Answer       | ALREADY_ANSWERED
            pausing       | Ring         | NOTHING_CHANGES
            pausing       | Progress     | NOTHING_CHANGES
            pausing       | FailCall     | LegGone
            pausing       | Hold         | LegHeld
            pausing       | Resume       | NOTHING_CHANGES
            pausing       | PressKey     | KEY_WITHOUT_MEANING
            pausing       | PromptOver   | NOTHING_CHANGES
            pausing       | NameOver     | NOTHING_CHANGES
            pausing       | Leave        | LegGone
            pausing       | LoseMedia    | LegGone
            pausing       | TimerElapsed | EntryReopened
            Naming        | Arrive       | ALREADY_HERE
            Naming        | Answer       | ALREADY_ANSWERED
            Naming        | Ring         | NOTHING_CHANGES
            Naming        | Progress     | NOTHING_CHANGES
            Naming        | FailCall     | LegGone
            Naming        | Hold         | LegHeld
            Naming        | Resume       | NOTHING_CHANGES
            Naming        | PressKey     | -
            Naming        | PromptOver   | NOTHING_CHANGES
            Naming        | NameOver     | NOTHING_CHANGES
            Naming        | Leave        | LegGone
            Naming        | LoseMedia    | LegGone
            Naming        | TimerElapsed | ConferenceStarted ParticipantJoined
            speaking      | Arrive       | ALREADY_HERE
            speaking      | Answer       | ALREADY_ANSWERED
            speaking      | Ring         | NOTHING_CHANGES
            speaking      | Progress     | NOTHING_CHANGES
            speaking      | FailCall     | LegGone
            speaking      | Hold         | LegHeld
            speaking      | Resume       | NOTHING_CHANGES
            speaking      | PressKey     | -
            speaking      | PromptOver   | NOTHING_CHANGES
            speaking      | NameOver     | ConferenceStarted ParticipantJoined
            speaking      | Leave        | LegGone
            speaking      | LoseMedia    | LegGone
            speaking      | TimerElapsed | ConferenceStarted ParticipantJoined
            Invited       | Arrive       | ALREADY_HERE
            Invited       | Answer       | ParticipantJoined InvitationEnded
            Invited       | Ring         | InvitationProgressed
            Invited       | Progress     | InvitationProgressed
            Invited       | FailCall     | InvitationEnded ConferenceEnded
            Invited       | Hold         | LegHeld
            Invited       | Resume       | NOTHING_CHANGES
            Invited       | PressKey     | NOT_ANSWERED
            Invited       | PromptOver   | NOTHING_CHANGES
            Invited       | NameOver     | NOTHING_CHANGES
            Invited       | Leave        | InvitationEnded ConferenceEnded
            Invited       | LoseMedia    | NOTHING_CHANGES
            Invited       | TimerElapsed | InvitationEnded ConferenceEnded
            Member        | Arrive       | ALREADY_HERE
            Member        | Answer       | ALREADY_ANSWERED
            Member        | Ring         | NOTHING_CHANGES
            Member        | Progress     | NOTHING_CHANGES
            Member        | FailCall     | ParticipantLeft ConferenceEnded
            Member        | Hold         | ParticipantHeld
            Member        | Resume       | NOTHING_CHANGES
            Member        | PressKey     | KEY_WITHOUT_MEANING
            Member        | PromptOver   | NOTHING_CHANGES
            Member        | NameOver     | NOTHING_CHANGES
            Member        | Leave        | ParticipantLeft ConferenceEnded
            Member        | LoseMedia    | ParticipantLeft ConferenceEnded
            Member        | TimerElapsed | NOTHING_CHANGES
            dialling      | Arrive       | ALREADY_HERE
            dialling      | Answer       | ALREADY_ANSWERED
            dialling      | Ring         | NOTHING_CHANGES
            dialling      | Progress     | NOTHING_CHANGES
            dialling      | FailCall     | ParticipantLeft ConferenceEnded
            dialling      | Hold         | ParticipantHeld
            dialling      | Resume       | NOTHING_CHANGES
            dialling      | PressKey     | KeysCollected
            dialling      | PromptOver   | NOTHING_CHANGES
            dialling      | NameOver     | NOTHING_CHANGES
            dialling      | Leave        | ParticipantLeft ConferenceEnded
            dialling      | LoseMedia    | ParticipantLeft ConferenceEnded
            dialling      | TimerElapsed | KeysCollected
            Leaving       | Arrive       | ALREADY_HERE
            Leaving       | Answer       | ALREADY_ANSWERED
            Leaving       | Ring         | NOTHING_CHANGES
            Leaving       | Progress     | NOTHING_CHANGES
            Leaving       | FailCall     | LegGone
            Leaving       | Hold         | LegHeld
            Leaving       | Resume       | NOTHING_CHANGES
            Leaving       | PressKey     | KEY_WITHOUT_MEANING
            Leaving       | PromptOver   | NOTHING_CHANGES
            Leaving       | NameOver     | NOTHING_CHANGES
            Leaving       | Leave        | LegGone
            Leaving       | LoseMedia    | LegGone
            Leaving       | TimerElapsed | LegGone
            """;

    private static final Map<String, Supplier<ConferenceScenario>> STATES = states();
    private static final Map<String, ConferenceCommand> COMMANDS = Stream.of(
                    arrive(ANNA),
                    new Answer(ANNA),
                    new Ring(ANNA),
                    new Progress(ANNA),
                    new FailCall(ANNA, CallFailure.BUSY, OptionalInt.of(486)),
                    new Hold(ANNA),
                    new Resume(ANNA),
                    new PressKey(ANNA, '5'),
                    new PromptOver(ANNA, "something"),
                    new NameOver(ANNA, "something", true),
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
        states.put(
                "pausing",
                () -> in(WITH_PIN)
                        .given(arrive(ANNA), new Answer(ANNA))
                        .guessed(GuessingTest.by(GuessScope.CALLER, 5))
                        .whenPressed(ANNA, "1#"));
        states.put("Naming", () -> in(NamingTest.ROOM).given(arrive(ANNA), new Answer(ANNA)));
        states.put(
                "speaking",
                () -> in(NamingTest.ROOM).given(arrive(ANNA), new Answer(ANNA), new PromptOver(ANNA, "name")));
        states.put("Invited", () -> in(OPEN).inviteAs(ANNA, Party.extension("802")));
        states.put("Member", () -> in(OPEN).givenMembers(ANNA));
        states.put("dialling", () -> in(OPEN).givenMembers(ANNA).whenPressed(ANNA, "*8"));
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
        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(kinds(ConferenceCommand.OfLeg.class));
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
                events.isEmpty()
                        ? "-"
                        : events.stream()
                                .map(event -> event.getClass().getSimpleName())
                                .collect(Collectors.joining(" "));
            case Decision.Rejected(Rejection reason, var _) -> reason.name();
        };
    }
}
