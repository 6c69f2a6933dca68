package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.WITH_PIN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.conference;
import static dev.parley.conference.domain.ConferenceScenario.heard;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.participant;
import static dev.parley.conference.domain.ConferenceScenario.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.HangUpLeg;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeavingTest {
    @Test
    @DisplayName("R27 who leaves has left once; the others go on")
    void theOthersGoOn() {
        in(OPEN).givenMembers(ANNA, BEN)
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenEvents(new ParticipantLeft(conference(2), 4, Cause.SIP, participant(2), ANNA, LeaveReason.HUNG_UP))
                .thenEffects(plan(3, heard(BEN)), new CloseLeg(ANNA));
    }

    @Test
    void theLastOneEndsTheConferenceAndLeavesAnEmptyPlan() {
        in(OPEN).givenMembers(ANNA)
                .when(new Leave(ANNA, LeaveReason.LOST))
                .thenEvents(
                        new ParticipantLeft(conference(2), 3, Cause.SIP, participant(2), ANNA, LeaveReason.LOST),
                        new ConferenceEnded(conference(2), 4, Cause.SIP, EndReason.LAST_LEFT))
                .thenEffects(plan(2), new CloseLeg(ANNA))
                .thenState(new ConferenceState.Idle(2));
    }

    @Test
    void theNextConferenceInTheRoomIsAnotherOneButItsPlansCountOn() {
        in(OPEN).givenMembers(ANNA)
                .given(new Leave(ANNA, LeaveReason.HUNG_UP), arrive(BEN))
                .when(new Answer(BEN))
                .thenEvents(
                        new ConferenceStarted(conference(5), 1, Cause.SIP),
                        new ParticipantJoined(
                                conference(5),
                                2,
                                Cause.SIP,
                                participant(5),
                                BEN,
                                "801",
                                Role.PARTICIPANT,
                                Optional.empty()))
                .thenEffect(plan(3, heard(BEN)));
    }

    @Test
    @DisplayName("R27 a vanished phone is removed, and its dialog ended")
    void lostMediaRemoves() {
        in(OPEN).givenMembers(ANNA, BEN)
                .when(new LoseMedia(BEN))
                .thenEvents(new ParticipantLeft(conference(2), 4, Cause.POLICY, participant(4), BEN, LeaveReason.LOST))
                .thenEffects(plan(3, heard(ANNA)), new HangUpLeg(BEN, INSTANCE), new CloseLeg(BEN))
                .when(new Leave(BEN, LeaveReason.REMOVED))
                .thenRejected(Rejection.NO_SUCH_LEG);
    }

    @Test
    void theConferenceEndsThoughOthersStillEnterTheirPin() {
        var scenario = in(WITH_PIN)
                .pinIs(PinMatch.PIN)
                .given(arrive(ANNA), new Answer(ANNA))
                .whenPressed(ANNA, "1#")
                .given(arrive(BEN), new Answer(BEN))
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenEffect(plan(2));

        assertThat(scenario.state())
                .isInstanceOfSatisfying(
                        ConferenceState.Gathering.class,
                        gathering -> assertThat(gathering.roster().legs())
                                .extracting(Leg::id)
                                .containsExactly(BEN));
    }

    @Test
    void whoHangsUpWhileEnteringThePinLeavesNoTrace() {
        in(WITH_PIN)
                .given(arrive(ANNA), new Answer(ANNA))
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenEvents(new ConferenceEvent.LegGone(ANNA))
                .thenEffects(new CancelTimer(ANNA), new CloseLeg(ANNA))
                .thenState(new ConferenceState.Idle(0));
    }
}
