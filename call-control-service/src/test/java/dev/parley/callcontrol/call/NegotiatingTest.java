package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.CONFERENCE;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegDigit;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.call.CallEvent.LegResumed;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens within a dialog: offers, answers, holds, digits and refreshes. */
class NegotiatingTest {
    private static Scenario arrived() {
        return Scenario.begin(CONFERENCE, Messages.invite(Messages.OFFER));
    }

    private static Scenario accepted() {
        return arrived().sdp(ROOM, CALLER, 0, ANSWER);
    }

    private static Scenario up() {
        return accepted().caller("ACK", 1, "");
    }

    @Test
    void holdAndResumeAreNegotiatedAndTold() {
        Scenario held = up().caller("INVITE", 2, Messages.sdp("sendonly"));
        assertThat(held.asked())
                .containsExactly(new NegotiateLeg(ROOM, CALLER, 0, 1, OFFER, Optional.of(Messages.sdp("sendonly"))));
        held.sdp(ROOM, CALLER, 1, ANSWER);
        assertThat(held.answers()).containsExactly(200);
        assertThat(held.told()).containsExactly(new LegHeld(ROOM, CALLER));
        held.caller("ACK", 2, "").caller("UPDATE", 3, Messages.OFFER).sdp(ROOM, CALLER, 2, ANSWER);

        assertThat(held.answers()).containsExactly(200);
        assertThat(held.told()).containsExactly(new LegResumed(ROOM, CALLER));
    }

    @Test
    void reinviteWithoutOfferGetsOurs() {
        Scenario scenario = up().caller("INVITE", 2, "");
        assertThat(scenario.asked()).containsExactly(new NegotiateLeg(ROOM, CALLER, 0, 1, OFFER, Optional.empty()));
        scenario.sdp(ROOM, CALLER, 1, OFFER).caller("ACK", 2, Messages.OFFER);

        assertThat(scenario.asked())
                .containsExactly(new NegotiateLeg(ROOM, CALLER, 0, 2, ANSWER, Optional.of(Messages.OFFER)));
        assertThat(scenario.told()).isEmpty();
    }

    @Test
    void offerThatMediaCannotAnswerLeavesTheLegAsItWas() {
        Scenario scenario = up().caller("INVITE", 2, Messages.OFFER)
                .command(new LegMediaFailed(ROOM, CALLER, 1, MediaFailure.NO_COMMON_CODEC, "nothing in common"));

        assertThat(scenario.answers()).containsExactly(488);
        assertThat(scenario.call().over()).isFalse();
    }

    @Test
    void secondOfferWhileOneIsOpenIsPutOff() {
        Scenario scenario = up().caller("INVITE", 2, Messages.OFFER).caller("INVITE", 3, Messages.OFFER);

        assertThat(scenario.answers()).containsExactly(500);
    }

    @Test
    void offerThatOvertakesTheAckIsAnswered() {
        Scenario scenario = accepted().caller("INVITE", 2, Messages.sdp("sendonly"));

        assertThat(scenario.told()).containsExactly(new LegAnswered(ROOM, CALLER));
        assertThat(scenario.asked())
                .containsExactly(new NegotiateLeg(ROOM, CALLER, 0, 1, OFFER, Optional.of(Messages.sdp("sendonly"))));
        assertThat(scenario.caller("ACK", 1, "").told()).isEmpty();
        scenario.sdp(ROOM, CALLER, 1, ANSWER);
        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.told()).containsExactly(new LegHeld(ROOM, CALLER));
        assertThat(scenario.caller("INVITE", 3, Messages.OFFER).asked())
                .containsExactly(new NegotiateLeg(ROOM, CALLER, 0, 2, OFFER, Optional.of(Messages.OFFER)));
    }

    @Test
    void keyThatOvertakesTheAckComesAfterTheAnswer() {
        Scenario scenario = accepted().leg(CALLER, key(2));

        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.told()).containsExactly(new LegAnswered(ROOM, CALLER), new LegDigit(ROOM, CALLER, "#"));
        assertThat(scenario.elapsed(CALLER, LegTimer.REPEAT).answers()).containsExactly(200);
        assertThat(scenario.leg(CALLER, key(3)).told()).containsExactly(new LegDigit(ROOM, CALLER, "#"));
        assertThat(scenario.caller("ACK", 1, "").told()).isEmpty();
        assertThat(scenario.elapsed(CALLER, LegTimer.REPEAT).answers()).isEmpty();
    }

    @Test
    void offerThatOvertakesAnAnswerMeetsOurs() {
        Scenario scenario = Scenario.begin(CONFERENCE, Messages.invite("")).sdp(ROOM, CALLER, 0, OFFER);

        assertThat(scenario.caller("INVITE", 2, Messages.OFFER).answers()).containsExactly(491);
    }

    @Test
    void whoIsToLeaveIsNotAskedForItsAck() {
        Scenario scenario = accepted().command(new HangUpLeg(ROOM, CALLER));
        assertThat(scenario.sent()).isEmpty();
        scenario.caller("INVITE", 2, Messages.OFFER);

        assertThat(scenario.answers()).containsExactly(481);
        assertThat(scenario.sent()).containsExactly("BYE");
        scenario.isOver();
    }

    @Test
    void oldNumberIsRefused() {
        Scenario scenario = up().caller("INFO", 5, "").caller("BYE", 4, "");

        assertThat(scenario.answers()).containsExactly(500);
        assertThat(scenario.call().over()).isFalse();
    }

    @Test
    void digitOfAnInfoIsTold() {
        assertThat(up().leg(CALLER, key(2)).told()).containsExactly(new LegDigit(ROOM, CALLER, "#"));
    }

    private static LegInput key(long cseq) {
        var info = Messages.fromCaller("INFO", cseq, CALLER.value(), "Signal=#\r\nDuration=100\r\n", Headers.NONE);
        return new LegInput.Requested(new SipRequest(
                "i",
                "INFO",
                info.uri(),
                info.headers().without("Content-Type").with("Content-Type", "application/dtmf-relay"),
                info.body()));
    }

    @Test
    void vanishedPartyIsFoundByTheSessionTimer() {
        Scenario scenario = up().elapsed(CALLER, LegTimer.SESSION);
        assertThat(scenario.sent()).containsExactly("INVITE");
        var refresh = Scenario.effects(scenario.last(), Effect.Send.class)
                .findFirst()
                .orElseThrow()
                .request();
        scenario.leg(CALLER, new LegInput.Responded(Messages.response(refresh, 408, "", "")));

        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.LOST));
        scenario.isOver();
    }

    @Test
    void refreshThatMeetsTheirsIsTriedAgain() {
        Scenario scenario = up().elapsed(CALLER, LegTimer.SESSION);
        var refresh = Scenario.effects(scenario.last(), Effect.Send.class)
                .findFirst()
                .orElseThrow()
                .request();
        assertThat(scenario.caller("INVITE", 2, Messages.OFFER).answers()).containsExactly(491);
        scenario.leg(CALLER, new LegInput.Responded(Messages.response(refresh, 491, "", "")));
        scenario.elapsed(CALLER, LegTimer.RETRY);

        assertThat(scenario.sent()).containsExactly("INVITE");
    }
}
