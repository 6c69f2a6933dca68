package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.contracts.id.LegId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DroppingTest {
    private static final Party OUTSIDE = Party.outside("+4915112345");
    private static final Party COLLEAGUE = Party.extension("802");

    @Test
    @DisplayName("R13 ## drops an outside number while it rings")
    void aRingingNumberIsDropped() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);

        scenario.given(new Ring(called))
                .whenPressed(ANNA, "##")
                .thenEffect(new HangUpLeg(called, INSTANCE))
                .thenEffect(new CancelTimer(called))
                .thenEffect(new CloseLeg(called))
                .thenTold(ANNA, Prompt.CALL_DROPPED);
        assertThat(outcome(scenario)).isEqualTo(new InvitationOutcome.Cancelled());
    }

    @Test
    @DisplayName("R13 ## drops an outside number in early media")
    void earlyMediaIsDropped() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);

        scenario.given(new Progress(called)).whenPressed(ANNA, "##").thenEffect(new HangUpLeg(called, INSTANCE));
        assertThat(HearingPlan.of(scenario.state()).legs()).hasSize(2);
    }

    @Test
    @DisplayName("R13 ## drops an outside number that has answered")
    void anAnsweredNumberIsDropped() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);

        scenario.given(new Answer(called))
                .whenPressed(ANNA, "##")
                .thenEffect(new HangUpLeg(called, INSTANCE))
                .thenTold(ANNA, Prompt.CALL_DROPPED);
        assertThat(scenario.state().roster().members()).extracting(Leg::id).containsExactly(ANNA, BEN);
    }

    @Test
    @DisplayName("R13 ## drops an extension that rings")
    void aRingingExtensionIsDropped() {
        var scenario = dialled(COLLEAGUE);
        LegId called = called(scenario);

        scenario.given(new Ring(called)).whenPressed(ANNA, "##").thenEffect(new HangUpLeg(called, INSTANCE));
    }

    @Test
    @DisplayName("R13 ## does nothing to an extension that has answered")
    void anAnsweredExtensionStays() {
        var scenario = dialled(COLLEAGUE);
        LegId called = called(scenario);

        scenario.given(new Answer(called))
                .whenPressed(ANNA, "##")
                .thenTold(ANNA, Prompt.NOTHING_TO_DROP)
                .thenNoEffectOf(HangUpLeg.class);
    }

    @Test
    @DisplayName("R13 nobody drops whom somebody else has called")
    void onlyTheInviterDrops() {
        dialled(OUTSIDE)
                .whenPressed(BEN, "##")
                .thenTold(BEN, Prompt.NOTHING_TO_DROP)
                .thenNoEffectOf(HangUpLeg.class);
    }

    /** Anna and Ben are in, and Anna dials. */
    private static ConferenceScenario dialled(Party party) {
        return in(OPEN).givenMembers(ANNA, BEN).numbersReach(party).whenPressed(ANNA, "*8123#");
    }

    private static LegId called(ConferenceScenario scenario) {
        return scenario.state().roster().invited().getFirst().id();
    }

    private static InvitationOutcome outcome(ConferenceScenario scenario) {
        return ((Decision.Accepted) scenario.decision())
                .events().stream()
                        .filter(InvitationEnded.class::isInstance)
                        .map(event -> ((InvitationEnded) event).outcome())
                        .findFirst()
                        .orElseThrow();
    }
}
