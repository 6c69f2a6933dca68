package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.conference;
import static dev.parley.conference.domain.ConferenceScenario.heard;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.participant;
import static dev.parley.conference.domain.ConferenceScenario.plan;
import static dev.parley.conference.domain.ConferenceScenario.unheard;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceEvent.ParticipantHeld;
import dev.parley.conference.domain.ConferenceEvent.ParticipantResumed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HoldingTest {
    @Test
    @DisplayName("R25 who holds is heard by nobody, and stays")
    void holdSilences() {
        in(OPEN).givenMembers(ANNA, BEN)
                .when(new Hold(ANNA))
                .thenEvents(new ParticipantHeld(conference(2), 4, Cause.SIP, participant(2), Holding.PHONE))
                .thenEffects(plan(3, unheard(ANNA), heard(BEN)));
    }

    @Test
    @DisplayName("R25 who resumes is heard as before")
    void resumeRestores() {
        in(OPEN).givenMembers(ANNA, BEN)
                .given(new Hold(ANNA))
                .when(new Resume(ANNA))
                .thenEvents(new ParticipantResumed(conference(2), 5, Cause.SIP, participant(2), Holding.PHONE))
                .thenEffects(plan(4, heard(ANNA), heard(BEN)));
    }

    @Test
    void aHoldBeforeTheAnswerCountsAfterIt() {
        in(OPEN).given(arrive(ANNA), new Hold(ANNA))
                .thenEffects()
                .when(new Answer(ANNA))
                .thenEffect(plan(1, unheard(ANNA)));
    }

    @Test
    void theSameHoldTwiceMakesNoNewPlan() {
        in(OPEN).givenMembers(ANNA)
                .given(new Hold(ANNA))
                .when(new Hold(ANNA))
                .thenRejected(Rejection.NOTHING_CHANGES)
                .thenEffects();
    }
}
