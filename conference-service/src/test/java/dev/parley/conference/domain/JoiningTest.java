package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.DAN;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.conference;
import static dev.parley.conference.domain.ConferenceScenario.heard;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.inNoRoom;
import static dev.parley.conference.domain.ConferenceScenario.participant;
import static dev.parley.conference.domain.ConferenceScenario.plan;
import static dev.parley.conference.domain.ConferenceScenario.say;
import static dev.parley.conference.domain.ConferenceScenario.timer;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.ConferenceEvent.LegGone;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.OpenLeg;
import dev.parley.conference.domain.Effect.RefuseLeg;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JoiningTest {
    @Test
    void whoArrivesIsOpenedAndExpectedToAnswer() {
        in(OPEN).when(arrive(ANNA))
                .thenEvents(new LegExpected(ConferenceScenario.dialog(ANNA), OPEN))
                .thenEffects(
                        new OpenLeg(ANNA, INSTANCE, Optional.of("offer")), timer(ANNA, Decider.ANSWER_TAKES_AT_MOST));
    }

    @Test
    void theFirstToAnswerBeginsTheConferenceAndHearsThatNobodyElseIsHere() {
        in(OPEN).given(arrive(ANNA))
                .when(new Answer(ANNA))
                .thenEvents(
                        new ConferenceStarted(conference(2), 1, Cause.SIP),
                        new ParticipantJoined(
                                conference(2),
                                2,
                                Cause.SIP,
                                participant(2),
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
    void theSecondJoinsTheSameConferenceAndBothHearEachOther() {
        in(OPEN).givenMembers(ANNA)
                .given(arrive(BEN))
                .when(new Answer(BEN))
                .thenEvents(new ParticipantJoined(
                        conference(2), 3, Cause.SIP, participant(4), BEN, "801", Role.PARTICIPANT, Optional.empty()))
                .thenEffects(
                        plan(2, heard(ANNA), heard(BEN)), new CancelTimer(BEN), say(BEN, "welcome", Prompt.WELCOME));
    }

    @Test
    @DisplayName("R8 who finds all seats taken is refused")
    void fullRoomRefuses() {
        in(OPEN).givenMembers(ANNA, BEN, CLEO)
                .when(arrive(DAN))
                .thenRejected(Rejection.ROOM_FULL)
                .thenEffects(new RefuseLeg(DAN, INSTANCE, Rejection.ROOM_FULL));
    }

    @Test
    @DisplayName("R8 a seat is taken before the answer, so that no two get the last one")
    void whoIsBeingAnsweredHasASeat() {
        in(OPEN).given(arrive(ANNA), arrive(BEN), arrive(CLEO))
                .when(arrive(DAN))
                .thenRejected(Rejection.ROOM_FULL);
    }

    @Test
    @DisplayName("R8 who leaves makes room")
    void aFreedSeatIsGivenAgain() {
        in(OPEN).givenMembers(ANNA, BEN, CLEO)
                .given(new Leave(BEN, LeaveReason.HUNG_UP))
                .when(arrive(DAN))
                .thenEffect(new OpenLeg(DAN, INSTANCE, Optional.of("offer")));
    }

    @Test
    @DisplayName("R8 a room that does not exist refuses, even while a conference of its former self goes on")
    void unknownRoomRefuses() {
        inNoRoom()
                .when(arrive(ANNA))
                .thenRejected(Rejection.ROOM_UNKNOWN)
                .thenEffects(new RefuseLeg(ANNA, INSTANCE, Rejection.ROOM_UNKNOWN));
    }

    @Test
    void aCallerWhoGivesUpBeforeTheAnswerNeverWasInTheConference() {
        in(OPEN).given(arrive(ANNA))
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenEvents(new LegGone(ANNA))
                .thenEffects(new CancelTimer(ANNA), new CloseLeg(ANNA))
                .thenState(new ConferenceState.Idle(0));
    }

    @Test
    @DisplayName("R29 a seat whose call is never answered is given back")
    void anUnansweredLegIsLetGoInTheEnd() {
        in(OPEN).given(arrive(ANNA))
                .when(new TimerElapsed(ANNA))
                .thenEvents(new LegGone(ANNA))
                .thenEffects(new HangUpLeg(ANNA, INSTANCE), new CancelTimer(ANNA), new CloseLeg(ANNA))
                .thenState(new ConferenceState.Idle(0));
    }

    @Test
    void theSameLegTwiceIsRefusedRatherThanIgnored() {
        in(OPEN).given(arrive(ANNA))
                .when(arrive(ANNA))
                .thenRejected(Rejection.ALREADY_HERE)
                .thenEffects();
    }

    @Test
    void theSameAnswerTwiceChangesNothing() {
        in(OPEN).givenMembers(ANNA)
                .when(new Answer(ANNA))
                .thenRejected(Rejection.ALREADY_ANSWERED)
                .thenEffects();
    }

    @Test
    void whoIsAloneHearsMusicWhereTheRoomSaysSo() {
        RoomPolicy music = new RoomPolicy(
                false, 3, "en", 3, ConferenceScenario.PIN_SILENCE, Manners.PLAIN.withMusic(Optional.of("music")));

        in(music)
                .givenMembers(ANNA)
                .thenEffect(new Effect.ConnectAudio(
                        new HearingPlan(1, Optional.of("music"), List.of(heard(ANNA)), Optional.empty())))
                .givenMembers(BEN)
                .thenEffect(plan(2, heard(ANNA), heard(BEN)))
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenEffect(new Effect.ConnectAudio(
                        new HearingPlan(3, Optional.of("music"), List.of(heard(BEN)), Optional.empty())));
    }
}
