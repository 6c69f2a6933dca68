package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.StopPrompt;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A phone does not take the call, and the call goes on elsewhere (R1). */
class ForwardingTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");

    private static Scenario dialled(String number) {
        return Scenario.dial(number).sdp(OWN, CALLER, 0, ANSWER).sdp(OWN, CALLED, 0, OFFER);
    }

    @Test
    void alwaysForwardedPhoneIsNeverRung() {
        Scenario scenario = Scenario.dial("805");

        assertThat(scenario.told()).hasSize(1).first().isInstanceOf(LegArrived.class);
        assertThat(scenario.told().getFirst().room()).isEqualTo(ROOM);
        assertThat(scenario.asked()).isEmpty();
    }

    @Test
    void busyPhoneSendsTheCallToTheNext() {
        Scenario scenario = dialled("806").called(180, "b", "").called(486, "b", "");

        assertThat(scenario.answers()).isEmpty();
        assertThat(scenario.asked())
                .containsExactly(
                        new CloseLeg(OWN, CALLED), new OpenLeg(OWN, scenario.calledLeg(), 0, Optional.empty()));
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER);
        assertThat(scenario.sentInvite().uri()).isEqualTo("sip:802@demo.parley.test");
        assertThat(scenario.sentInvite().headers().first("Diversion"))
                .contains("<sip:806@demo.parley.test>;reason=user-busy;counter=1");
        scenario.called(200, "c", THEIRS);
        assertThat(scenario.answers()).containsExactly(200);
    }

    @Test
    void phoneThatRingsTooLongIsTakenBackAndTheCallerArrivesInTheConference() {
        Scenario scenario = dialled("806");
        assertThat(scenario.last()).contains(new Effect.StartPatience("answer", Duration.ofSeconds(20)));
        scenario.called(180, "b", "").impatient();

        assertThat(scenario.sent()).containsExactly("CANCEL");
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLED), new CloseLeg(OWN, CALLER));
        assertThat(scenario.told()).first().isInstanceOf(LegArrived.class);
        scenario.sdp(ROOM, CALLER, 0, ANSWER);
        assertThat(scenario.answers()).containsExactly(200);
        scenario.caller("ACK", 1, "");
        assertThat(scenario.told()).containsExactly(new LegAnswered(ROOM, CALLER));
    }

    @Test
    void conferenceThatRefusesTheForwardedCallerSaysWhyInARoomOfItsOwn() {
        Scenario scenario =
                dialled("806").called(180, "b", "").impatient().command(new RefuseLeg(ROOM, CALLER, Refusal.FULL));

        assertThat(scenario.asked()).hasSize(1).first().isInstanceOf(OpenLeg.class);
        assertThat(scenario.asked().getFirst().room().isCall()).isTrue();
        assertThat(scenario.asked().getFirst().room()).isNotEqualTo(OWN);
    }

    @Test
    void unreachablePhoneSendsTheCallOutsideOnItsOwnAccount() {
        Scenario scenario = dialled("806").called(480, "b", "");

        Effect.Admit admit = Scenario.effects(scenario.last(), Effect.Admit.class)
                .findFirst()
                .orElseThrow();
        assertThat(admit.toll().account()).isEqualTo("806");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER);
        assertThat(scenario.sentInvite().headers().first("X-Parley-Trunk")).contains("pstn");
    }

    @Test
    void chainIsFollowed() {
        Scenario scenario = dialled("807").called(486, "b", "");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER).called(486, "c", "");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER);

        assertThat(scenario.sentInvite().uri()).isEqualTo("sip:802@demo.parley.test");
        assertThat(scenario.sentInvite().headers().first("Diversion"))
                .contains("<sip:806@demo.parley.test>;reason=user-busy;counter=2");
    }

    @Test
    void ruleThatLeadsBackIsNotFollowed() {
        Scenario scenario = dialled("808").called(480, "b", "");

        assertThat(scenario.prompts()).containsExactly("not-registered");
    }

    @Test
    void callerWhoHeardTheNetworkIsAnsweredWithTheSameSdpAndAskedOver() {
        Scenario scenario = dialled("808").called(183, "b", THEIRS).called(486, "b", "");

        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.prompts()).containsExactly("ringback");
        assertThat(scenario.told()).first().isInstanceOf(LegArrived.class);
        scenario.sdp(ROOM, CALLER, 0, OFFER);
        assertThat(scenario.sent()).isEmpty();
        scenario.caller("ACK", 1, "");
        assertThat(scenario.sent()).containsExactly("INVITE");
    }

    @Test
    void callerWhoHeardTheNetworkHearsATonePlayedWhileTheNextRings() {
        Scenario scenario = dialled("806").called(183, "b", THEIRS).called(486, "b", "");
        assertThat(scenario.prompts()).containsExactly("ringback");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER).called(180, "c", "");
        assertThat(scenario.answers()).isEmpty();
        scenario.called(200, "c", THEIRS);

        assertThat(scenario.asked()).contains(new StopPrompt(OWN, CALLER));
        assertThat(scenario.answers()).containsExactly(200);
        assertThat(Scenario.effects(scenario.last(), Effect.Plan.class)
                        .map(plan -> plan.plan().revision()))
                .containsExactly(2L);
    }

    @Test
    void lateAnswerOfAPhoneThatWasGivenUpIsNotTheCalls() {
        Scenario scenario = dialled("806").called(180, "b", "").impatient();

        assertThat(scenario.call().legIds()).containsExactly(CALLER);
    }

    @Test
    void callerGivesUpWhileTheSecondRings() {
        Scenario scenario = dialled("806").called(486, "b", "");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER).called(180, "c", "").caller("CANCEL", 1, "");

        assertThat(scenario.answers()).containsExactly(200, 487);
        assertThat(scenario.sent()).containsExactly("CANCEL");
        scenario.isOver();
        Promises.atTheEnd(scenario);
    }

    @Test
    void mediaOfAnEarlierPartyThatFailsLateChangesNothing() {
        Scenario scenario = dialled("806").called(486, "b", "");
        scenario.command(new LegMediaFailed(OWN, CALLED, 0, MediaFailure.NO_MEDIA_NODE, "gone"));

        assertThat(scenario.call().over()).isFalse();
    }

    @Test
    void callThatMayNotGoOutsideSaysSo() {
        Scenario scenario = Scenario.dial("+4930123").input(new CallInput.NotAdmitted(CALLED));
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLED));
        scenario.sdp(OWN, CALLER, 0, ANSWER);

        assertThat(scenario.prompts()).containsExactly("too-many-calls");
        assertThat(scenario.heard().answers()).containsExactly(480);
        Promises.atTheEnd(scenario);
    }

    @Test
    void barredNumberIsNotAllowed() {
        var barred = Scenario.PLAN.dialled(Scenario.DEMO, "+33123", Scenario.phone("809"));
        Scenario scenario =
                Scenario.begin(barred, Messages.invite(Messages.OFFER)).sdp(OWN, CALLER, 0, ANSWER);

        assertThat(scenario.prompts()).containsExactly("not-allowed");
        assertThat(scenario.heard().answers()).containsExactly(403);
    }
}
