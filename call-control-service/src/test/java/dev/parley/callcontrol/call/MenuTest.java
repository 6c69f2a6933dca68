package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.StopPrompt;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A caller in a menu, and where the keys lead (R1). */
class MenuTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");

    private static Scenario menu(String extension) {
        return Scenario.dial(extension).sdp(OWN, CALLER, 0, ANSWER).caller("ACK", 1, "");
    }

    /** Has pressed 1 and is expected in the conference. */
    private static Scenario expected() {
        return menu("700").key("1").sdp(ROOM, CALLER, 0, OFFER);
    }

    private static Scenario answersTheMove(Scenario scenario, int status, String sdp) {
        return scenario.leg(
                CALLER,
                new LegInput.Responded(Messages.response(scenario.reinvite(), status, Messages.CALLER_TAG, sdp)));
    }

    @Test
    void callerIsAnsweredAndHearsTheMenuOnceItListens() {
        Scenario scenario = Scenario.dial("700");
        assertThat(scenario.asked()).containsExactly(new OpenLeg(OWN, CALLER, 0, Optional.of(Messages.OFFER)));
        scenario.sdp(OWN, CALLER, 0, ANSWER);
        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.asked()).isEmpty();

        assertThat(scenario.caller("ACK", 1, "").prompts()).containsExactly("main-menu");
    }

    @Test
    void callerWithoutOfferHearsItToo() {
        Scenario scenario = Scenario.dial("700", "").sdp(OWN, CALLER, 0, OFFER).caller("ACK", 1, Messages.OFFER);

        assertThat(scenario.asked()).contains(new NegotiateLeg(OWN, CALLER, 0, 1, ANSWER, Optional.of(Messages.OFFER)));
        assertThat(scenario.prompts()).containsExactly("main-menu");
    }

    @Test
    void keyCutsThePromptAndTheCallerArrivesInTheConference() {
        Scenario scenario = menu("700").key("1");

        assertThat(scenario.asked().getFirst()).isEqualTo(new StopPrompt(OWN, CALLER));
        assertThat(scenario.prompts()).containsExactly("ringback");
        assertThat(scenario.told()).hasSize(1).first().isInstanceOfSatisfying(LegArrived.class, arrived -> {
            assertThat(arrived.room()).isEqualTo(ROOM);
            assertThat(arrived.offer()).isEmpty();
        });
    }

    @Test
    void phoneIsAskedOverWithTheMediaOfTheConference() {
        Scenario scenario = expected();
        assertThat(scenario.sent()).containsExactly("INVITE");
        answersTheMove(scenario, 200, THEIRS);

        assertThat(scenario.sent()).containsExactly("ACK");
        assertThat(scenario.asked())
                .containsExactly(
                        new NegotiateLeg(ROOM, CALLER, 0, 1, ANSWER, Optional.of(THEIRS)), new CloseLeg(OWN, CALLER));
        assertThat(scenario.told()).containsExactly(new LegAnswered(ROOM, CALLER));
        scenario.caller("BYE", 2, "");
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.HUNG_UP));
        Promises.atTheEnd(scenario);
    }

    @Test
    void heldPhoneIsHeldInTheConferenceToo() {
        Scenario scenario = answersTheMove(expected(), 200, Messages.sdp("sendonly"));

        assertThat(scenario.told()).containsExactly(new LegAnswered(ROOM, CALLER), new LegHeld(ROOM, CALLER));
    }

    @Test
    void phoneThatRefusesToMoveIsToldGoodbye() {
        Scenario scenario = answersTheMove(expected(), 488, "");
        assertThat(scenario.prompts()).containsExactly("goodbye");
        scenario.heard();

        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
        Promises.atTheEnd(scenario);
    }

    @Test
    void moveThatMeetsAnOfferOfThePhoneIsTriedAgain() {
        Scenario scenario = answersTheMove(expected(), 491, "");
        assertThat(scenario.sent()).isEmpty();
        scenario.impatient();

        assertThat(scenario.sent()).containsExactly("INVITE");
    }

    @Test
    void moveWaitsForANegotiationOfThePhone() {
        Scenario scenario = menu("700").key("1").caller("INVITE", 2, Messages.sdp("sendonly"));
        scenario.sdp(ROOM, CALLER, 0, OFFER);
        assertThat(scenario.sent()).isEmpty();
        scenario.sdp(OWN, CALLER, 1, ANSWER).caller("ACK", 2, "");

        assertThat(scenario.sent()).containsExactly("INVITE");
    }

    @Test
    void conferenceThatIsFullSaysSo() {
        Scenario scenario = menu("700").key("1").command(new RefuseLeg(ROOM, CALLER, Refusal.FULL));
        assertThat(scenario.prompts()).containsExactly("conference-full");
        scenario.heard();

        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
        Promises.atTheEnd(scenario);
    }

    @Test
    void silentConferenceIsOutOfOrder() {
        assertThat(menu("700").key("1").impatient().prompts()).containsExactly("technical-problem");
    }

    @Test
    void phoneBehindAKeyIsRungWhileTheCallerHearsATone() {
        Scenario scenario = menu("700").heard().key("2");
        assertThat(scenario.prompts()).containsExactly("ringback");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER).called(180, "b", "");
        assertThat(scenario.answers()).isEmpty();
        scenario.called(200, "b", THEIRS);

        assertThat(scenario.asked()).contains(new StopPrompt(OWN, CALLER));
        assertThat(Scenario.effects(scenario.last(), Effect.Plan.class)).hasSize(1);
        scenario.caller("BYE", 2, "");
        Promises.atTheEnd(scenario);
    }

    @Test
    void busyPhoneBehindAKeyIsSaidToBeSo() {
        Scenario scenario = menu("700").key("2");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER).called(486, "b", "");
        assertThat(scenario.prompts()).containsExactly("busy");
        scenario.heard();

        assertThat(scenario.sent()).containsExactly("BYE");
        Promises.atTheEnd(scenario);
    }

    @Test
    void answeredCallerIsToldThatThePhoneCannotBeRung() {
        assertThat(menu("700").key("2").impatient().prompts()).containsExactly("technical-problem");
    }

    @Test
    void outsideNumberBehindAKeyIsOnTheMenusAccount() {
        assertThat(Scenario.effects(menu("700").key("3").last(), Effect.Admit.class)
                        .map(admit -> admit.toll().account()))
                .containsExactly("700");
    }

    @Test
    void forwardedPhoneBehindAKeySendsTheCallOn() {
        Scenario scenario = menu("701").key("1");
        scenario.sdp(OWN, scenario.calledLeg(), 0, OFFER).called(180, "b", "").impatient();

        assertThat(scenario.told()).first().isInstanceOf(LegArrived.class);
        assertThat(scenario.prompts()).isEmpty();
        scenario.sdp(ROOM, CALLER, 0, OFFER);
        assertThat(scenario.sent()).containsExactly("INVITE");
    }

    @Test
    void keyMayLeadBackToTheMenu() {
        assertThat(menu("700").key("9").prompts()).containsExactly("main-menu");
    }

    @Test
    void wrongKeyIsSaidToBeSoAndTheMenuPlayedAgain() {
        Scenario scenario = menu("700").key("7");
        assertThat(scenario.prompts()).containsExactly("not-valid", "main-menu");

        assertThat(scenario.key("7").prompts()).containsExactly("goodbye");
        assertThat(scenario.heard().sent()).containsExactly("BYE");
        Promises.atTheEnd(scenario);
    }

    @Test
    void whoThinksTooLongHearsItAgainThenGoodbye() {
        Scenario scenario = menu("700").heard();
        assertThat(scenario.last()).containsExactly(new Effect.StartPatience("choice", Duration.ofSeconds(5)));
        assertThat(scenario.impatient().prompts()).containsExactly("main-menu");

        assertThat(scenario.heard().impatient().prompts()).containsExactly("goodbye");
    }

    @Test
    void whoChoosesNothingIsSentOnWhereTheMenuSaysSo() {
        Scenario scenario = menu("701").heard().impatient().heard().impatient();

        assertThat(scenario.told()).first().isInstanceOf(LegArrived.class);
    }

    @Test
    void menusThatSendOnToEachOtherEnd() {
        Scenario scenario = menu("702").heard().impatient().heard().impatient();
        assertThat(scenario.prompts()).containsExactly("main-menu");

        assertThat(scenario.heard().impatient().heard().impatient().prompts()).containsExactly("goodbye");
    }

    @Test
    void endOfAPromptThatWasCutMeansNothing() {
        Scenario scenario = menu("700").key("7").command(new LegPromptEnded(OWN, CALLER, "menu-0-1"));

        assertThat(scenario.last()).isEmpty();
    }

    @Test
    void keyBeforeTheAckMeansNothing() {
        assertThat(Scenario.dial("700").sdp(OWN, CALLER, 0, ANSWER).key("1").last())
                .isEmpty();
    }

    @Test
    void keyByInfoCountsToo() {
        var info =
                Messages.fromCaller("INFO", 2, CALLER.value(), "Signal=1\r\n", dev.parley.callcontrol.sip.Headers.NONE);
        var typed = new dev.parley.callcontrol.sip.SipRequest(
                "i",
                "INFO",
                info.uri(),
                info.headers().without("Content-Type").with("Content-Type", "application/dtmf-relay"),
                info.body());

        assertThat(menu("700").leg(CALLER, new LegInput.Requested(typed)).told())
                .first()
                .isInstanceOf(LegArrived.class);
    }

    @Test
    void callerHangsUpInTheMenu() {
        Scenario scenario = menu("700").caller("BYE", 2, "");

        assertThat(scenario.answers()).containsExactly(200);
        Promises.atTheEnd(scenario);
    }

    @Test
    void callerWhoNeverAcknowledgesIsLost() {
        Scenario scenario = Scenario.dial("700").sdp(OWN, CALLER, 0, ANSWER).pass(Duration.ofMinutes(1));

        assertThat(scenario.elapsed(CALLER, LegTimer.REPEAT).sent()).containsExactly("BYE");
        Promises.atTheEnd(scenario);
    }

    @Test
    void menuEndsProperlyWithItsProcess() {
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(expected().call(), 0), Instant.EPOCH);

        assertThat(resumed.call()).isEmpty();
        assertThat(resumed.effects())
                .contains(
                        new Effect.Ask(new CloseLeg(OWN, CALLER)),
                        new Effect.Tell(new LegEnded(ROOM, CALLER, LegEnd.REFUSED)))
                .last()
                .isInstanceOf(Effect.Send.class);
    }
}
