package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.NOW;
import static dev.parley.conference.domain.ConferenceScenario.OUTSIDER;
import static dev.parley.conference.domain.ConferenceScenario.PIN_SILENCE;
import static dev.parley.conference.domain.ConferenceScenario.WITH_PIN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.inNoRoom;
import static dev.parley.conference.domain.ConferenceScenario.say;
import static dev.parley.conference.domain.ConferenceScenario.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.EntryFailed;
import dev.parley.conference.domain.ConferenceEvent.EntryReopened;
import dev.parley.conference.domain.Effect.CountGuess;
import dev.parley.conference.domain.Effect.RefuseLeg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuessingTest {
    static Guesses by(GuessScope scope, int failures) {
        return new Guesses(Map.of(scope, new GuessRecord(failures, NOW)));
    }

    @ParameterizedTest
    @EnumSource(GuessScope.class)
    @DisplayName("R3 R8 too many wrong PINs, by whatever they are counted, shut outside callers out")
    void tooManyWrongPinsShutOut(GuessScope scope) {
        in(WITH_PIN)
                .guessed(by(scope, scope.most()))
                .when(arrive(ANNA, OUTSIDER))
                .thenRejected(Rejection.SHUT_OUT)
                .thenEffects(new RefuseLeg(ANNA, INSTANCE, Rejection.SHUT_OUT));
    }

    @ParameterizedTest
    @EnumSource(value = GuessScope.class, mode = EnumSource.Mode.EXCLUDE, names = "CALLER")
    @DisplayName("R8 known extensions still get in")
    void extensionsStillGetIn(GuessScope scope) {
        in(WITH_PIN)
                .guessed(by(scope, scope.most()))
                .given(arrive(ANNA), new Answer(ANNA))
                .pinIs(PinMatch.PIN)
                .whenPressed(ANNA, "1234#");
    }

    @Test
    void anExtensionThatGuessesItselfIsShutOut() {
        in(WITH_PIN)
                .guessed(by(GuessScope.CALLER, GuessScope.CALLER.most()))
                .when(arrive(ANNA))
                .thenRejected(Rejection.SHUT_OUT);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        Guesses old = new Guesses(Map.of(
                GuessScope.CALLER, new GuessRecord(GuessScope.CALLER.most(), NOW.minus(GuessRecord.FORGOTTEN_AFTER))));

        in(WITH_PIN).guessed(old).given(arrive(ANNA, OUTSIDER));
    }

    @Test
    void failuresCountWhileOneFollowsAnother() {
        GuessRecord record = GuessRecord.NONE.plus(NOW).plus(NOW.plusSeconds(60));

        assertThat(record).isEqualTo(new GuessRecord(2, NOW.plusSeconds(60)));
        assertThat(record.plus(NOW.plus(Duration.ofHours(1))).failures()).isEqualTo(1);
    }

    @Test
    @DisplayName("R3 after many wrong PINs the answer is held back, and keys mean nothing meanwhile")
    void theAnswerIsHeldBack() {
        in(WITH_PIN)
                .given(arrive(ANNA, OUTSIDER), new Answer(ANNA))
                .guessed(by(GuessScope.CALLER, 5))
                .whenPressed(ANNA, "1#")
                .thenEvents(new EntryFailed(ANNA, true))
                .thenEffects(new CountGuess(OUTSIDER), timer(ANNA, Duration.ofSeconds(1)))
                .when(new PressKey(ANNA, '1'))
                .thenRejected(Rejection.KEY_WITHOUT_MEANING)
                .when(new PromptOver(ANNA, "pin-2"))
                .thenRejected(Rejection.NOTHING_CHANGES)
                .when(new TimerElapsed(ANNA))
                .thenEvents(new EntryReopened(ANNA))
                .thenEffects(say(ANNA, "pin-2", Prompt.WRONG_PIN, Prompt.ENTER_PIN), timer(ANNA, PIN_SILENCE));
    }

    @Test
    void theAnswerIsHeldBackLongerAndLonger() {
        List<Duration> pauses = new ArrayList<>();
        for (int failures = 0; failures < GuessScope.CALLER.most(); failures++) {
            pauses.add(by(GuessScope.CALLER, failures).pause(OUTSIDER, NOW));
        }

        assertThat(pauses).isSorted().startsWith(Duration.ZERO).endsWith(Duration.ofSeconds(8));
    }

    @Test
    @DisplayName("R3 who is shut out in the middle of a call does not get in even with the right PIN")
    void noPinIsRightForWhoIsShutOut() {
        in(WITH_PIN)
                .given(arrive(ANNA, OUTSIDER), new Answer(ANNA))
                .guessed(by(GuessScope.ROOM, GuessScope.ROOM.most()))
                .pinIs(PinMatch.PIN)
                .whenPressed(ANNA, "1234#")
                .thenTold(ANNA, Prompt.WRONG_PIN, Prompt.GOODBYE);
    }

    @Test
    @DisplayName("R8 from outside, a room that does not exist does what one with a PIN does")
    void anUnknownRoomSoundsLikeAWrongPin() {
        assertThat(story(inNoRoom())).isEqualTo(story(in(WITH_PIN)));
    }

    private static List<List<Effect>> story(ConferenceScenario scenario) {
        List<List<Effect>> story = new ArrayList<>();
        List<ConferenceCommand> commands = new ArrayList<>(List.of(arrive(ANNA, OUTSIDER), new Answer(ANNA)));
        "11#22#33#".chars().forEach(key -> commands.add(new PressKey(ANNA, (char) key)));
        commands.add(new PromptOver(ANNA, "goodbye"));
        commands.forEach(command -> story.add(scenario.when(command).decision().effects()));
        return story;
    }
}
