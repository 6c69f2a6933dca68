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
import java.util.Optional;
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
            tone          | Arrive       | ALREADY_HERE
            tone          | Answer       | ALREADY_ANSWERED
            tone          | Ring         | NOTHING_CHANGES
            tone          | Progress     | NOTHING_CHANGES
            tone          | FailCall     | ConsultationEnded ParticipantLeft ConferenceEnded
            tone          | Hold         | ParticipantHeld
            tone          | Resume       | NOTHING_CHANGES
            tone          | PressKey     | KeysCollected
            tone          | PromptOver   | NOTHING_CHANGES
            tone          | NameOver     | NOTHING_CHANGES
            tone          | Leave        | ConsultationEnded ParticipantLeft ConferenceEnded
            tone          | LoseMedia    | ConsultationEnded ParticipantLeft ConferenceEnded
            tone          | TimerElapsed | ConsultationEnded
            collecting    | Arrive       | ALREADY_HERE
            collecting    | Answer       | ALREADY_ANSWERED
            collecting    | Ring         | NOTHING_CHANGES
            collecting    | Progress     | NOTHING_CHANGES
            collecting    | FailCall     | ConsultationEnded ParticipantLeft ConferenceEnded
            collecting    | Hold         | ParticipantHeld
            collecting    | Resume       | NOTHING_CHANGES
            collecting    | PressKey     | KeysCollected
            collecting    | PromptOver   | NOTHING_CHANGES
            collecting    | NameOver     | NOTHING_CHANGES
            collecting    | Leave        | ConsultationEnded ParticipantLeft ConferenceEnded
            collecting    | LoseMedia    | ConsultationEnded ParticipantLeft ConferenceEnded
            collecting    | TimerElapsed | KeysCollected ConsultationDialled
            calling aside | Arrive       | ALREADY_HERE
            calling aside | Answer       | ALREADY_ANSWERED
            calling aside | Ring         | NOTHING_CHANGES
            calling aside | Progress     | NOTHING_CHANGES
            calling aside | FailCall     | ConsultationEnded ParticipantLeft ConferenceEnded
            calling aside | Hold         | ParticipantHeld
            calling aside | Resume       | NOTHING_CHANGES
            calling aside | PressKey     | KEY_WITHOUT_MEANING
            calling aside | PromptOver   | NOTHING_CHANGES
            calling aside | NameOver     | NOTHING_CHANGES
            calling aside | Leave        | ConsultationEnded ParticipantLeft ConferenceEnded
            calling aside | LoseMedia    | ConsultationEnded ParticipantLeft ConferenceEnded
            calling aside | TimerElapsed | NOTHING_CHANGES
            talking aside | Arrive       | ALREADY_HERE
            talking aside | Answer       | ALREADY_ANSWERED
            talking aside | Ring         | NOTHING_CHANGES
            talking aside | Progress     | NOTHING_CHANGES
            talking aside | FailCall     | ConsultationEnded ParticipantLeft ConferenceEnded
            talking aside | Hold         | ParticipantHeld
            talking aside | Resume       | NOTHING_CHANGES
            talking aside | PressKey     | -
            talking aside | PromptOver   | NOTHING_CHANGES
            talking aside | NameOver     | NOTHING_CHANGES
            talking aside | Leave        | ConsultationEnded ParticipantLeft ConferenceEnded
            talking aside | LoseMedia    | ConsultationEnded ParticipantLeft ConferenceEnded
            talking aside | TimerElapsed | NOTHING_CHANGES
            starred aside | Arrive       | ALREADY_HERE
            starred aside | Answer       | ALREADY_ANSWERED
            starred aside | Ring         | NOTHING_CHANGES
            starred aside | Progress     | NOTHING_CHANGES
            starred aside | FailCall     | ConsultationEnded ParticipantLeft ConferenceEnded
            starred aside | Hold         | ParticipantHeld
            starred aside | Resume       | NOTHING_CHANGES
            starred aside | PressKey     | KeysCollected
            starred aside | PromptOver   | NOTHING_CHANGES
            starred aside | NameOver     | NOTHING_CHANGES
            starred aside | Leave        | ConsultationEnded ParticipantLeft ConferenceEnded
            starred aside | LoseMedia    | ConsultationEnded ParticipantLeft ConferenceEnded
            starred aside | TimerElapsed | KeysCollected
            Consulted     | Arrive       | ALREADY_HERE
            Consulted     | Answer       | ConsultationProgressed
            Consulted     | Ring         | ConsultationProgressed
            Consulted     | Progress     | ConsultationProgressed
            Consulted     | FailCall     | ConsultationEnded
            Consulted     | Hold         | LegHeld
            Consulted     | Resume       | NOTHING_CHANGES
            Consulted     | PressKey     | NOT_ANSWERED
            Consulted     | PromptOver   | NOTHING_CHANGES
            Consulted     | NameOver     | NOTHING_CHANGES
            Consulted     | Leave        | ConsultationEnded
            Consulted     | LoseMedia    | NOTHING_CHANGES
            Consulted     | TimerElapsed | ConsultationEnded
            ringing       | Arrive       | ALREADY_HERE
            ringing       | Answer       | ConsultationProgressed
            ringing       | Ring         | NOTHING_CHANGES
            ringing       | Progress     | ConsultationProgressed
            ringing       | FailCall     | ConsultationEnded
            ringing       | Hold         | LegHeld
            ringing       | Resume       | NOTHING_CHANGES
            ringing       | PressKey     | NOT_ANSWERED
            ringing       | PromptOver   | NOTHING_CHANGES
            ringing       | NameOver     | NOTHING_CHANGES
            ringing       | Leave        | ConsultationEnded
            ringing       | LoseMedia    | NOTHING_CHANGES
            ringing       | TimerElapsed | ConsultationEnded
            heard early   | Arrive       | ALREADY_HERE
            heard early   | Answer       | ConsultationProgressed
            heard early   | Ring         | NOTHING_CHANGES
            heard early   | Progress     | NOTHING_CHANGES
            heard early   | FailCall     | ConsultationEnded
            heard early   | Hold         | LegHeld
            heard early   | Resume       | NOTHING_CHANGES
            heard early   | PressKey     | NOT_ANSWERED
            heard early   | PromptOver   | NOTHING_CHANGES
            heard early   | NameOver     | NOTHING_CHANGES
            heard early   | Leave        | ConsultationEnded
            heard early   | LoseMedia    | NOTHING_CHANGES
            heard early   | TimerElapsed | ConsultationEnded
            talked to     | Arrive       | ALREADY_HERE
            talked to     | Answer       | ALREADY_ANSWERED
            talked to     | Ring         | NOTHING_CHANGES
            talked to     | Progress     | NOTHING_CHANGES
            talked to     | FailCall     | ConsultationEnded
            talked to     | Hold         | LegHeld
            talked to     | Resume       | NOTHING_CHANGES
            talked to     | PressKey     | KEY_WITHOUT_MEANING
            talked to     | PromptOver   | NOTHING_CHANGES
            talked to     | NameOver     | NOTHING_CHANGES
            talked to     | Leave        | ConsultationEnded
            talked to     | LoseMedia    | ConsultationEnded
            talked to     | TimerElapsed | NOTHING_CHANGES
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
        states.put("tone", () -> moderator().given(aside(Optional.empty())));
        states.put(
                "collecting", () -> moderator().given(aside(Optional.empty())).whenPressed(ANNA, "55"));
        states.put("calling aside", () -> moderator().given(aside(Optional.of("1"))));
        states.put("talking aside", () -> talking().given(aside(Optional.of("1")), new Answer(BEN)));
        states.put(
                "starred aside",
                () -> talking().given(aside(Optional.of("1")), new Answer(BEN)).whenPressed(ANNA, "*"));
        states.put("Consulted", TransitionTableTest::consulted);
        states.put("ringing", () -> consulted().given(new Ring(ANNA)));
        states.put("heard early", () -> consulted().given(new Progress(ANNA)));
        states.put("talked to", () -> consulted().given(new Answer(ANNA)));
        states.put(
                "Leaving",
                () -> in(WITH_PIN).given(arrive(ANNA), new Answer(ANNA)).whenPressed(ANNA, "1#2#3#"));
        return states;
    }

    /** Anna is moderator, and whomever she calls can be called. */
    private static ConferenceScenario moderator() {
        return in(OPEN).givenModerator(ANNA).numbersReach(Party.extension("802"));
    }

    private static ConferenceScenario talking() {
        return moderator().callsAs(BEN);
    }

    private static Request aside(Optional<String> number) {
        return new Request.Consult(ConferenceScenario.participant(2), number, ConferenceScenario.RING);
    }

    /** Ben is, and calls Anna in private. */
    private static ConferenceScenario consulted() {
        return in(OPEN).givenModerator(BEN)
                .numbersReach(Party.extension("802"))
                .callsAs(ANNA)
                .given(aside(Optional.of("1")));
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
