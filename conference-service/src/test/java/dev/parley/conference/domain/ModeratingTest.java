package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceLocked;
import dev.parley.conference.domain.ConferenceEvent.KeysCollected;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceEvent.RecordingStarted;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.RefuseLeg;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModeratingTest {
    @Test
    @DisplayName("R5 R8 *94 locks: nobody is let in, and the state is spoken; *94 again unlocks")
    void theRoomIsLocked() {
        in(OPEN).givenModerator(ANNA)
                .whenPressed(ANNA, "*94")
                .thenTold(ANNA, Prompt.LOCKED)
                .when(arrive(BEN))
                .thenRejected(Rejection.ROOM_LOCKED)
                .thenEffects(new RefuseLeg(BEN, INSTANCE, Rejection.ROOM_LOCKED))
                .whenPressed(ANNA, "*94")
                .thenTold(ANNA, Prompt.UNLOCKED)
                .givenMembers(BEN);
    }

    @Test
    @DisplayName("R26 who enters a PIN while the room is locked is not let in, but a moderator is")
    void whoIsAtTheDoorIsUnderTheSameRule() {
        var scenario = in(ConferenceScenario.WITH_PIN)
                .given(arrive(ANNA), new Answer(ANNA), arrive(BEN), new Answer(BEN), arrive(CLEO), new Answer(CLEO))
                .pinIs(PinMatch.MODERATOR_PIN)
                .whenPressed(ANNA, "1#")
                .given(new Request.Lock())
                .pinIs(PinMatch.PIN)
                .whenPressed(BEN, "1#")
                .thenTold(BEN, Prompt.CONFERENCE_LOCKED)
                .pinIs(PinMatch.MODERATOR_PIN)
                .whenPressed(CLEO, "1#");

        assertThat(scenario.state().roster().members()).extracting(Leg::id).containsExactly(ANNA, CLEO);
    }

    @Test
    @DisplayName("R5 *90 counts in the one ear")
    void theCountIsPrivate() {
        in(OPEN).givenModerator(ANNA)
                .givenMembers(BEN)
                .whenPressed(ANNA, "*90")
                .thenTold(ANNA, new Prompt("number-2"), Prompt.PARTICIPANTS)
                .thenNothingIsSaidTo(BEN);
        assertThat(Prompt.number(115))
                .containsExactly(new Prompt("number-1"), new Prompt("number-1"), new Prompt("number-5"));
    }

    @Test
    @DisplayName("R5 *91 drops the last who joined, who hears why")
    void theLastWhoJoinedIsDropped() {
        in(OPEN).givenModerator(ANNA)
                .givenMembers(BEN, CLEO)
                .whenPressed(ANNA, "*91")
                .thenTold(CLEO, Prompt.REMOVED, Prompt.GOODBYE)
                .thenNothingIsSaidTo(BEN)
                .when(new PromptOver(CLEO, "goodbye"))
                .thenEffect(new HangUpLeg(CLEO, INSTANCE));
    }

    @Test
    void whoIsAloneHasNobodyToDrop() {
        in(OPEN).givenModerator(ANNA).whenPressed(ANNA, "*91").thenTold(ANNA, Prompt.NOTHING_TO_DROP);
    }

    @Test
    @DisplayName("R5 *95 records, announced to all; who comes later is told")
    void recordingIsAnnouncedToAll() {
        var scenario = in(OPEN).givenModerator(ANNA)
                .givenMembers(BEN)
                .whenPressed(ANNA, "*95")
                .thenTold(ANNA, Prompt.RECORDING_STARTED)
                .thenTold(BEN, Prompt.RECORDING_STARTED);
        assertThat(scenario.kindsOfEvents()).contains(RecordingStarted.class);
        assertThat(HearingPlan.of(scenario.state()).recording()).isPresent();

        scenario.given(arrive(CLEO), new Answer(CLEO))
                .thenTold(CLEO, Prompt.WELCOME, Prompt.RECORDING_STARTED)
                .whenPressed(ANNA, "*95")
                .thenTold(BEN, Prompt.RECORDING_STOPPED);
        assertThat(scenario.kindsOfEvents()).contains(RecordingStopped.class);
        assertThat(HearingPlan.of(scenario.state()).recording()).isEmpty();
    }

    @Test
    @DisplayName("R5 *99 and # within 3 s end it for all, who are told and hung up on")
    void theEndForAll() {
        var scenario = in(OPEN).givenModerator(ANNA)
                .givenMembers(BEN)
                .whenPressed(ANNA, "*99")
                .thenTold(ANNA, Prompt.CONFIRM_END)
                .thenEffect(timer(ANNA, KeyRules.SILENCE))
                .whenPressed(ANNA, "#")
                .thenTold(ANNA, Prompt.CONFERENCE_ENDED, Prompt.GOODBYE)
                .thenTold(BEN, Prompt.CONFERENCE_ENDED, Prompt.GOODBYE);

        assertThat(scenario.kindsOfEvents())
                .containsExactly(
                        KeysCollected.class, ParticipantLeft.class, ParticipantLeft.class, ConferenceEnded.class);
        assertThat(scenario.state()).isInstanceOf(ConferenceState.Gathering.class);
        scenario.given(new PromptOver(ANNA, "goodbye"), new TimerElapsed(BEN))
                .thenState(new ConferenceState.Idle(scenario.state().revision()));
    }

    @Test
    @DisplayName("R5 without the # nothing ends")
    void theEndNeedsItsConfirmation() {
        var scenario = in(OPEN).givenModerator(ANNA).whenPressed(ANNA, "*99").when(new TimerElapsed(ANNA));

        assertThat(scenario.state()).isInstanceOf(ConferenceState.Live.class);
        assertThat(scenario.member(ANNA).keys()).isEmpty();
    }

    @Test
    void aSequenceThatMeansNothingIsAnswered() {
        in(OPEN).givenMembers(ANNA).whenPressed(ANNA, "*7").thenTold(ANNA, Prompt.NO_SUCH_KEY);
    }

    @Test
    void aLoneHashIsForgottenSilently() {
        var scenario = in(OPEN).givenMembers(ANNA).whenPressed(ANNA, "#").when(new TimerElapsed(ANNA));

        scenario.thenNothingIsSaidTo(ANNA);
        assertThat(scenario.member(ANNA).keys()).isEmpty();
    }

    @Test
    @DisplayName("R5 a changed key map counts for the next key")
    void aChangedKeyMapCountsAtOnce() {
        Manners plain = Manners.PLAIN;
        Manners pairs = new Manners(
                plain.announceName(),
                plain.enterSound(),
                plain.music(),
                plain.muteNonModerator(),
                plain.recordInvited(),
                plain.endsWith(),
                plain.waitForModerator(),
                KeyMap.PRESETS.get("pairs"),
                plain.owner());

        in(OPEN).givenModerator(ANNA)
                .roomBecomes(new RoomPolicy(false, 3, "en", 3, SomeFacts.PIN_SILENCE, pairs))
                .whenPressed(ANNA, "*95")
                .thenTold(ANNA, Prompt.UNLOCKED);
    }

    @Test
    @DisplayName("R23 what a key does the API does, with the same events but for the cause")
    void keysAndApiDoTheSame() {
        assertThat(in(OPEN).givenModerator(ANNA).when(new Request.Lock()).kindsOfEvents())
                .containsExactly(ConferenceLocked.class);
        assertThat(in(OPEN).givenModerator(ANNA).whenPressed(ANNA, "*94").kindsOfEvents())
                .containsExactly(KeysCollected.class, ConferenceLocked.class);
    }

    @Test
    @DisplayName("R23 an announcement is for all or for one")
    void announcements() {
        var scenario = in(OPEN).givenMembers(ANNA, BEN);
        Prompt news = new Prompt("news");

        scenario.given(new Request.Announce(List.of(news), Optional.empty()))
                .thenTold(ANNA, news)
                .thenTold(BEN, news)
                .given(new Request.Announce(List.of(news), Optional.of(scenario.participantOf(BEN))))
                .thenNothingIsSaidTo(ANNA)
                .thenTold(BEN, news);
    }
}
