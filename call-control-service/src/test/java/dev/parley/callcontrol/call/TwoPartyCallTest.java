package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PHONE;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.callcontrol.dialplan.Trail;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TwoPartyCallTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");

    private static Scenario begun() {
        return Scenario.begin(PHONE, Messages.invite(Messages.OFFER));
    }

    private static Scenario dialled() {
        return begun().sdp(OWN, CALLER, 0, ANSWER).sdp(OWN, CALLED, 0, OFFER);
    }

    private static Scenario up() {
        return dialled().called(180, "b", "").called(200, "b", THEIRS).caller("ACK", 1, "");
    }

    private static List<AudioPlan> plans(List<Effect> effects) {
        return Scenario.effects(effects, Effect.Plan.class)
                .map(Effect.Plan::plan)
                .toList();
    }

    @Test
    void bothLegsAreOpenedAtOnce() {
        assertThat(begun().asked())
                .containsExactly(
                        new OpenLeg(OWN, CALLER, 0, Optional.of(Messages.OFFER)),
                        new OpenLeg(OWN, CALLED, 0, Optional.empty()));
    }

    @Test
    void calledPartyIsInvitedThroughTheEdge() {
        SipRequest invite = dialled().sentInvite();

        assertThat(invite.uri()).isEqualTo("sip:802@demo.parley.test");
        assertThat(invite.headers().first("X-Parley-Key")).contains("key");
        assertThat(invite.headers().first("X-Parley-Trunk")).isEmpty();
        assertThat(invite.headers().first("Max-Forwards")).contains("68");
        assertThat(invite.from().display()).contains("Ada");
        assertThat(invite.body()).isEqualTo(Scenario.OURS);
    }

    @Test
    void outsideNumberNamesItsTrunk() {
        SipRequest invite = Scenario.begin(
                        new Outside(
                                Scenario.DEMO,
                                "pstn",
                                "+4930123",
                                "demo.parley.test",
                                Trail.of(Scenario.phone("801")),
                                Toll.free(Scenario.DEMO, "801")),
                        Messages.invite(Messages.OFFER))
                .sdp(OWN, CALLED, 0, OFFER)
                .sentInvite();

        assertThat(invite.uri()).isEqualTo("sip:+4930123@demo.parley.test");
        assertThat(invite.headers().first("X-Parley-Trunk")).contains("pstn");
    }

    @Test
    void ringingIsPassedOn() {
        assertThat(dialled().called(180, "b", "").answers()).containsExactly(180);
    }

    @Test
    void earlyMediaIsHeard() {
        Scenario scenario = dialled().called(183, "b", THEIRS);

        assertThat(scenario.asked()).containsExactly(new NegotiateLeg(OWN, CALLED, 0, 1, ANSWER, Optional.of(THEIRS)));
        assertThat(scenario.answers()).containsExactly(183);
        assertThat(plans(scenario.last()))
                .containsExactly(new AudioPlan(
                        OWN, 1, AudioPlan.Ambience.SILENCE, List.of(PlannedLeg.open(CALLER), PlannedLeg.open(CALLED))));
    }

    @Test
    void answerIsAcknowledgedAndPassedOn() {
        Scenario scenario = dialled().called(200, "b", THEIRS);

        assertThat(scenario.sent()).containsExactly("ACK");
        assertThat(scenario.answers()).containsExactly(200);
        assertThat(plans(scenario.last())).hasSize(1);
    }

    @Test
    void answerOfThePhoneThatWasHeardEarlyIsNotNegotiatedAgain() {
        Scenario scenario = dialled().called(183, "b", THEIRS).called(200, "b", THEIRS);
        assertThat(scenario.asked()).isEmpty();
        Scenario other = dialled().called(183, "b", THEIRS).called(200, "c", Messages.OFFER);

        assertThat(other.asked())
                .containsExactly(new NegotiateLeg(OWN, CALLED, 0, 2, ANSWER, Optional.of(Messages.OFFER)));
    }

    @Test
    void secondPhoneThatAnswersIsHungUpOn() {
        Scenario scenario = up().called(200, "c", THEIRS);

        assertThat(scenario.sent()).containsExactly("ACK", "BYE");
        assertThat(scenario.call().over()).isFalse();
    }

    @Test
    void repeatedAnswerIsAcknowledgedAgain() {
        assertThat(up().called(200, "b", THEIRS).sent()).containsExactly("ACK");
    }

    @Test
    void answerThatIsFasterThanOurMediaWaitsForIt() {
        Scenario scenario = begun().sdp(OWN, CALLED, 0, OFFER).called(200, "b", THEIRS);
        assertThat(scenario.answers()).isEmpty();
        scenario.sdp(OWN, CALLER, 0, ANSWER);

        assertThat(scenario.answers()).containsExactly(200);
    }

    @Test
    void busyIsBusy() {
        Scenario scenario = dialled().called(486, "b", "");

        assertThat(scenario.answers()).containsExactly(486);
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLER), new CloseLeg(OWN, CALLED));
        scenario.isOver();
    }

    @Test
    void nobodyRegisteredIsSaid() {
        Scenario scenario = dialled().called(480, "b", "");
        assertThat(scenario.answers()).containsExactly(183);
        PlayPrompt prompt = (PlayPrompt) scenario.asked().getLast();
        assertThat(prompt.prompts()).containsExactly("not-registered");
        scenario.command(new LegPromptEnded(OWN, CALLER, prompt.request()));

        assertThat(scenario.answers()).containsExactly(480);
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLER));
        scenario.isOver();
    }

    @Test
    void noAnswerTakesTheInviteBack() {
        Scenario scenario = dialled().called(180, "b", "").impatient();

        assertThat(scenario.sent()).containsExactly("CANCEL");
        assertThat(scenario.answers()).containsExactly(480);
        scenario.isOver();
    }

    @Test
    void callerWhoGivesUpTakesTheInviteBack() {
        Scenario scenario = dialled().called(180, "b", "").caller("CANCEL", 1, "");

        assertThat(scenario.answers()).containsExactly(200, 487);
        assertThat(scenario.sent()).containsExactly("CANCEL");
        scenario.isOver();
    }

    @Test
    void whoeverHangsUpEndsBoth() {
        Scenario caller = up().caller("BYE", 2, "");
        assertThat(caller.answers()).containsExactly(200);
        assertThat(caller.sent()).containsExactly("BYE");
        assertThat(caller.last()).contains(new Effect.Forget(OWN));
        caller.isOver();

        Scenario called = up();
        SipRequest bye = Messages.fromCalled(called.sentInvite(), "b", "BYE", 1, "");
        called.leg(CALLED, new LegInput.Requested(bye));
        assertThat(called.answers()).containsExactly(200);
        assertThat(called.sent()).containsExactly("BYE");
        called.isOver();
    }

    @Test
    void heldPartyIsNotHeard() {
        Scenario scenario = up().caller("INVITE", 2, Messages.sdp("sendonly")).sdp(OWN, CALLER, 1, ANSWER);

        AudioPlan plan = plans(scenario.last()).getFirst();
        assertThat(plan.revision()).isEqualTo(2);
        assertThat(plan.legs())
                .containsExactly(new PlannedLeg(CALLER, PlannedLeg.MAIN, false, true), PlannedLeg.open(CALLED));
    }

    @Test
    void statusesAreTranslated() {
        assertThat(List.of(486, 600, 404, 604, 603, 408, 488, 500, 302, 487).stream()
                        .map(status -> Outcome.ofStatus(status, true).answer().status()))
                .containsExactly(486, 486, 404, 404, 603, 480, 488, 503, 480, 480);
    }

    @Test
    void callOfTwoIsRememberedAndGoesOn() {
        Scenario scenario = up();
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(scenario.call(), 0), Instant.EPOCH);

        assertThat(resumed.call()).contains(scenario.call());
    }

    @Test
    void callThatWasRingingGivesItsMediaBack() {
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(dialled().call(), 0), Instant.EPOCH);

        assertThat(resumed.call()).isEmpty();
        assertThat(resumed.effects())
                .containsExactly(new Effect.Ask(new CloseLeg(OWN, CALLER)), new Effect.Ask(new CloseLeg(OWN, CALLED)));
    }
}
