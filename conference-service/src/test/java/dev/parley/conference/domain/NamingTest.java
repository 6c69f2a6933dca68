package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.DAN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.say;
import static dev.parley.conference.domain.ConferenceScenario.timer;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.NameOver;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.NameAsked;
import dev.parley.conference.domain.Effect.ConnectAudio;
import dev.parley.conference.domain.Effect.EndName;
import dev.parley.conference.domain.Effect.RecordName;
import dev.parley.conference.domain.Effect.StopPrompts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamingTest {
    static final RoomPolicy ROOM = new RoomPolicy(
            false,
            3,
            "en",
            3,
            SomeFacts.PIN_SILENCE,
            new Manners(
                    true,
                    Optional.of(new Prompt("joined")),
                    Optional.empty(),
                    false,
                    false,
                    Manners.EndsWith.LAST,
                    false,
                    KeyMap.DEFAULT,
                    Optional.empty()));

    @Test
    @DisplayName("R7 the name is asked for outside everybody's hearing")
    void theNameIsAskedFor() {
        in(ROOM).given(arrive(ANNA))
                .when(new Answer(ANNA))
                .thenEvents(new NameAsked(ANNA, Role.PARTICIPANT, Cause.SIP))
                .thenEffects(say(ANNA, "name", Prompt.SAY_NAME), timer(ANNA, Duration.ofSeconds(15)))
                .thenNoEffectOf(ConnectAudio.class)
                .when(new PromptOver(ANNA, "name"))
                .thenEffects(new RecordName(ANNA, "anna", Duration.ofSeconds(5)), timer(ANNA, Duration.ofSeconds(10)));
    }

    @Test
    @DisplayName("R7 all but the newcomer hear the name")
    void theOthersHearTheName() {
        in(ROOM).given(arrive(ANNA), new Answer(ANNA), new PromptOver(ANNA, "name"), new NameOver(ANNA, "anna", true))
                .thenTold(ANNA, Prompt.WELCOME, Prompt.ONLY_ONE)
                .given(arrive(BEN), new Answer(BEN), new PromptOver(BEN, "name"))
                .when(new NameOver(BEN, "ben", true))
                .thenTold(ANNA, Prompt.name("ben"), Prompt.HAS_JOINED)
                .thenTold(BEN, Prompt.WELCOME);
    }

    @Test
    void whoSaysNothingComesInWithTheSoundInstead() {
        in(ROOM).given(arrive(ANNA), new Answer(ANNA), new TimerElapsed(ANNA))
                .given(arrive(BEN), new Answer(BEN), new PromptOver(BEN, "name"))
                .when(new NameOver(BEN, "ben", false))
                .thenTold(ANNA, new Prompt("joined"));
    }

    @Test
    @DisplayName("R7 whoever records the name may die meanwhile: 5 s after the longest name the caller gets in")
    void whoseNameNobodyBringsGetsInAllTheSame() {
        in(ROOM).given(arrive(ANNA), new Answer(ANNA), new PromptOver(ANNA, "name"))
                .when(new TimerElapsed(ANNA))
                .thenTold(ANNA, Prompt.WELCOME, Prompt.ONLY_ONE)
                .when(new NameOver(ANNA, "anna", true))
                .thenRejected(Rejection.NOTHING_CHANGES);
    }

    @Test
    void anyKeyEndsTheQuestionAndTheName() {
        in(ROOM).given(arrive(ANNA), new Answer(ANNA))
                .when(new PressKey(ANNA, '5'))
                .thenEffects(new StopPrompts(ANNA))
                .given(new PromptOver(ANNA, "name"))
                .when(new PressKey(ANNA, '#'))
                .thenEffects(new EndName(ANNA));
    }

    @Test
    @DisplayName("R8 who says a name has a seat already")
    void whoSaysANameHasASeat() {
        in(ROOM).given(arrive(ANNA), new Answer(ANNA), arrive(BEN), new Answer(BEN), arrive(CLEO), new Answer(CLEO))
                .when(arrive(DAN))
                .thenRejected(Rejection.ROOM_FULL);
    }
}
