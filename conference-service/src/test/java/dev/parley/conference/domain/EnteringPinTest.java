package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.PIN_SILENCE;
import static dev.parley.conference.domain.ConferenceScenario.WITH_PIN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.conference;
import static dev.parley.conference.domain.ConferenceScenario.heard;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.participant;
import static dev.parley.conference.domain.ConferenceScenario.plan;
import static dev.parley.conference.domain.ConferenceScenario.say;
import static dev.parley.conference.domain.ConferenceScenario.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.DigitTaken;
import dev.parley.conference.domain.ConferenceEvent.EntryCleared;
import dev.parley.conference.domain.ConferenceEvent.EntryFailed;
import dev.parley.conference.domain.ConferenceEvent.LegDismissed;
import dev.parley.conference.domain.ConferenceEvent.LegGone;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.PinAsked;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.ConnectAudio;
import dev.parley.conference.domain.Effect.CountGuess;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnteringPinTest {
    private static final Duration GOODBYE = Duration.ofSeconds(15);

    @Test
    @DisplayName("R3 the PIN is asked for after the answer, outside everybody's hearing")
    void thePinIsAskedFor() {
        asked().thenEvents(new PinAsked(ANNA))
                .thenEffects(say(ANNA, "pin-1", Prompt.ENTER_PIN), timer(ANNA, PIN_SILENCE));
    }

    @Test
    @DisplayName("R3 the right PIN and # let in")
    void theRightPinLetsIn() {
        asked().whenPressed(ANNA, "1234")
                .pinIs(PinMatch.PIN)
                .when(new PressKey(ANNA, '#'))
                .thenEvents(
                        new ConferenceStarted(conference(7), 1, Cause.KEYPAD),
                        new ParticipantJoined(
                                conference(7),
                                2,
                                Cause.KEYPAD,
                                participant(7),
                                ANNA,
                                "801",
                                Role.PARTICIPANT,
                                Optional.empty()))
                .thenEffects(
                        plan(1, heard(ANNA)),
                        new CancelTimer(ANNA),
                        say(ANNA, "welcome", Prompt.WELCOME, Prompt.ONLY_ONE));
    }

    @Test
    @DisplayName("R4 the moderator PIN makes a moderator")
    void theModeratorPinMakesAModerator() {
        var joined = asked().whenPressed(ANNA, "4321")
                .pinIs(PinMatch.MODERATOR_PIN)
                .when(new PressKey(ANNA, '#'))
                .state();
        assertThat(joined.roster().members())
                .singleElement()
                .satisfies(member -> assertThat(member.role()).isEqualTo(Role.MODERATOR));
    }

    @Test
    void theFirstKeySilencesThePromptAndEveryKeyStartsTheSilenceOver() {
        asked().when(new PressKey(ANNA, '1'))
                .thenEvents(new DigitTaken(ANNA, '1'))
                .thenEffects(new StopPrompts(ANNA), timer(ANNA, PIN_SILENCE))
                .when(new PressKey(ANNA, '2'))
                .thenEffects(timer(ANNA, PIN_SILENCE));
    }

    @Test
    @DisplayName("R3 * starts over")
    void starStartsOver() {
        var scenario = asked().whenPressed(ANNA, "99*")
                .thenEvents(new EntryCleared(ANNA))
                .thenEffects(timer(ANNA, PIN_SILENCE))
                .whenPressed(ANNA, "12");

        assertThat(entry(scenario)).isEqualTo(new PinEntry(1, "12"));
    }

    @Test
    @DisplayName("R3 a wrong PIN may be tried again")
    void aWrongPinIsAskedForAgain() {
        asked().whenPressed(ANNA, "1#")
                .thenEvents(new EntryFailed(ANNA, false))
                .thenEffects(
                        new CountGuess(Party.extension("801")),
                        say(ANNA, "pin-2", Prompt.WRONG_PIN, Prompt.ENTER_PIN),
                        timer(ANNA, PIN_SILENCE));
    }

    @Test
    @DisplayName("R3 three tries, then goodbye and the end of the call")
    void threeWrongPinsEndTheCall() {
        asked().whenPressed(ANNA, "1#2#3#")
                .thenEvents(new LegDismissed(ANNA))
                .thenEffects(
                        new CountGuess(Party.extension("801")),
                        say(ANNA, "goodbye", Prompt.WRONG_PIN, Prompt.GOODBYE),
                        timer(ANNA, GOODBYE))
                .when(new PromptOver(ANNA, "goodbye"))
                .thenEvents(new LegGone(ANNA))
                .thenEffects(new HangUpLeg(ANNA, INSTANCE), new CancelTimer(ANNA), new CloseLeg(ANNA))
                .thenState(new ConferenceState.Idle(0));
    }

    @Test
    void whoIsNotToldGoodbyeIsHungUpOnAllTheSame() {
        asked().whenPressed(ANNA, "1#2#3#")
                .when(new TimerElapsed(ANNA))
                .thenEffects(new HangUpLeg(ANNA, INSTANCE), new CancelTimer(ANNA), new CloseLeg(ANNA));
    }

    @Test
    @DisplayName("R3 silence is a failed try")
    void silenceUsesATryUp() {
        asked().when(new TimerElapsed(ANNA))
                .thenEvents(new EntryFailed(ANNA, false))
                .thenEffects(say(ANNA, "pin-2", Prompt.ENTER_PIN), timer(ANNA, PIN_SILENCE))
                .when(new TimerElapsed(ANNA))
                .when(new TimerElapsed(ANNA))
                .thenEvents(new LegDismissed(ANNA))
                .thenEffects(say(ANNA, "goodbye", Prompt.GOODBYE), timer(ANNA, GOODBYE));
    }

    @Test
    void silenceCountsFromTheEndOfThePrompt() {
        asked().when(new PromptOver(ANNA, "pin-1"))
                .thenEvents()
                .thenEffects(timer(ANNA, PIN_SILENCE))
                .when(new PromptOver(ANNA, "pin-7"))
                .thenRejected(Rejection.NOTHING_CHANGES);
    }

    @Test
    void aPromptThatAKeySilencedDoesNotStartTheSilenceOver() {
        asked().whenPressed(ANNA, "1").when(new PromptOver(ANNA, "pin-1")).thenRejected(Rejection.NOTHING_CHANGES);
    }

    @Test
    @DisplayName("R8 a seat is taken with the right PIN, not before; the last one is given once")
    void theRightPinFindsAFullRoom() {
        RoomPolicy oneSeat = SomeFacts.room(true, 1);

        in(oneSeat)
                .given(arrive(ANNA), new Answer(ANNA), arrive(BEN), new Answer(BEN))
                .pinIs(PinMatch.PIN)
                .whenPressed(BEN, "1#")
                .thenEffect(plan(1, heard(BEN)))
                .whenPressed(ANNA, "1#")
                .thenEvents(new LegDismissed(ANNA))
                .thenEffects(say(ANNA, "goodbye", Prompt.CONFERENCE_FULL), timer(ANNA, GOODBYE));
    }

    @Test
    @DisplayName("R3 the digits are in no text")
    void digitsAreInNoText() {
        var scenario = asked().when(new PressKey(ANNA, '7'));

        assertThat(scenario.state().toString()).doesNotContain("7");
        assertThat(scenario.decision().toString()).doesNotContain("'7'").doesNotContain("digit=7");
        assertThat(new PressKey(ANNA, '7').toString()).doesNotContain("7");
    }

    @Test
    void whoWaitsForThePinIsInNoPlan() {
        asked().thenNoEffectOf(ConnectAudio.class).whenPressed(ANNA, "12").thenNoEffectOf(ConnectAudio.class);
    }

    @Test
    void aKeyThatLeansOnThePadFillsNoMemory() {
        asked().whenPressed(ANNA, "1".repeat(33)).thenRejected(Rejection.KEY_WITHOUT_MEANING);
    }

    @Test
    void lettersMeanNothing() {
        asked().when(new PressKey(ANNA, 'A')).thenRejected(Rejection.KEY_WITHOUT_MEANING);
    }

    private static ConferenceScenario asked() {
        return in(WITH_PIN).given(arrive(ANNA)).when(new Answer(ANNA));
    }

    private static PinEntry entry(ConferenceScenario scenario) {
        return scenario.state()
                .roster()
                .find(ANNA)
                .map(Leg.EnteringPin.class::cast)
                .orElseThrow()
                .entry();
    }
}
