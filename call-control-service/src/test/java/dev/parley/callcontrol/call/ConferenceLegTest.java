package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.CONFERENCE;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegDigit;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.call.CallEvent.LegResumed;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConferenceLegTest {
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
    void inviteIsTriedAtOnceAndAnnounced() {
        Scenario scenario = arrived();

        assertThat(scenario.answers()).containsExactly(100);
        assertThat(scenario.told()).hasSize(1).first().isInstanceOf(LegArrived.class);
    }

    @Test
    void ourSdpIsTheAnswerAndItsAckIsTold() {
        Scenario accepted = accepted();
        assertThat(accepted.answers()).containsExactly(200);
        accepted.caller("ACK", 1, "");

        assertThat(accepted.told()).containsExactly(new LegAnswered(ROOM, CALLER));
    }

    @Test
    void secondAckSaysNothingNew() {
        assertThat(up().caller("ACK", 1, "").last()).isEmpty();
    }

    @Test
    void ackWithTheAnswerIsNegotiated() {
        Scenario scenario = Scenario.begin(CONFERENCE, Messages.invite(""))
                .sdp(ROOM, CALLER, 0, OFFER)
                .caller("ACK", 1, Messages.OFFER);

        assertThat(scenario.asked())
                .containsExactly(new NegotiateLeg(ROOM, CALLER, 0, 1, ANSWER, Optional.of(Messages.OFFER)));
        assertThat(scenario.told()).containsExactly(new LegAnswered(ROOM, CALLER));
    }

    @Test
    void unacknowledgedAnswerIsRepeatedEverMoreSlowlyThenGivenUp() {
        Scenario scenario = accepted();
        List<Long> pauses = List.of(1000L, 2000L, 4000L, 4000L);
        for (long pause : pauses) {
            scenario.elapsed(CALLER, LegTimer.REPEAT);
            assertThat(scenario.answers()).containsExactly(200);
            assertThat(scenario.last())
                    .contains(new Effect.StartTimer(CALLER, LegTimer.REPEAT, Duration.ofMillis(pause)));
        }
        scenario.pass(Duration.ofSeconds(32)).elapsed(CALLER, LegTimer.REPEAT);

        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.LOST));
        scenario.isOver();
    }

    @Test
    void cancelEndsBothTransactions() {
        Scenario scenario = arrived().caller("CANCEL", 1, "");

        assertThat(scenario.answers()).containsExactly(200, 487);
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.CANCELLED));
        scenario.isOver();
    }

    @Test
    void cancelThatCrossesTheAnswerChangesNothing() {
        Scenario scenario = accepted().caller("CANCEL", 1, "");

        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.told()).isEmpty();
        assertThat(scenario.call().over()).isFalse();
    }

    @Test
    void byeInTheEarlyDialogEndsTheInviteToo() {
        Scenario scenario = arrived().caller("BYE", 2, "");

        assertThat(scenario.answers()).containsExactly(200, 487);
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.CANCELLED));
    }

    @Test
    void mergedInviteIsALoop() {
        Scenario scenario = arrived()
                .leg(
                        CALLER,
                        new LegInput.Requested(Messages.fromCaller("INVITE", 1, "", Messages.OFFER, Headers.NONE)));
        assertThat(scenario.answers()).isEmpty();
        var merged = Messages.fromCaller("INVITE", 1, "", Messages.OFFER, Headers.NONE);
        var elsewhere = new dev.parley.callcontrol.sip.SipRequest(
                "x",
                "INVITE",
                merged.uri(),
                merged.headers().without("Via").with("Via", "SIP/2.0/TCP 192.0.2.7;branch=z9hG4bKother"),
                merged.body());

        assertThat(scenario.leg(CALLER, new LegInput.Requested(elsewhere)).answers())
                .containsExactly(482);
    }

    @Test
    void hangUpBeforeTheAckWaitsForIt() {
        Scenario scenario = accepted().command(new HangUpLeg(ROOM, CALLER));
        assertThat(scenario.sent()).isEmpty();
        scenario.caller("ACK", 1, "");

        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.ENDED_BY_US));
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
    void oldNumberIsRefused() {
        Scenario scenario = up().caller("INFO", 5, "").caller("BYE", 4, "");

        assertThat(scenario.answers()).containsExactly(500);
        assertThat(scenario.call().over()).isFalse();
    }

    @Test
    void digitOfAnInfoIsTold() {
        var info = Messages.fromCaller("INFO", 2, CALLER.value(), "Signal=#\r\nDuration=100\r\n", Headers.NONE);
        var typed = new dev.parley.callcontrol.sip.SipRequest(
                "i",
                "INFO",
                info.uri(),
                info.headers().without("Content-Type").with("Content-Type", "application/dtmf-relay"),
                info.body());

        assertThat(up().leg(CALLER, new LegInput.Requested(typed)).told())
                .containsExactly(new LegDigit(ROOM, CALLER, "#"));
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

    @Test
    void refusedCallerHearsThePromptFirst() {
        Scenario scenario = arrived().command(new RefuseLeg(ROOM, CALLER, Refusal.LOCKED));
        assertThat(scenario.asked()).containsExactly(new OpenLeg(OWN, CALLER, 0, Optional.of(Messages.OFFER)));
        scenario.sdp(OWN, CALLER, 0, ANSWER);
        assertThat(scenario.answers()).containsExactly(183);
        PlayPrompt prompt = (PlayPrompt) scenario.asked().getFirst();
        assertThat(prompt.prompts()).containsExactly("conference-locked");
        scenario.command(new LegPromptEnded(OWN, CALLER, prompt.request()));

        assertThat(scenario.answers()).containsExactly(403);
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLER));
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
        scenario.isOver();
    }

    @Test
    void refusedCallerWithoutOfferGetsTheAnswerAlone() {
        Scenario scenario = Scenario.begin(CONFERENCE, Messages.invite(""))
                .command(new RefuseLeg(ROOM, CALLER, Refusal.UNAVAILABLE));

        assertThat(scenario.answers()).containsExactly(503);
        assertThat(scenario.asked()).isEmpty();
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
    }

    @Test
    void eachRefusalHasItsAnswer() {
        for (Refusal refusal : Refusal.values()) {
            int expected = switch (refusal) {
                case UNKNOWN -> 404;
                case FULL -> 486;
                case LOCKED -> 403;
                case NOT_STARTED -> 480;
                case UNAVAILABLE -> 503;
            };
            Scenario scenario =
                    arrived().command(new RefuseLeg(ROOM, CALLER, refusal)).impatient();
            assertThat(scenario.answers()).containsExactly(expected);
        }
    }

    @Test
    void mediaThatCannotBeHadIsNotAcceptable() {
        Scenario scenario = arrived()
                .command(new LegMediaFailed(ROOM, CALLER, 0, MediaFailure.NO_COMMON_CODEC, "nothing in common"));

        assertThat(scenario.answers()).containsExactly(488);
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.MEDIA_FAILED));
    }

    @Test
    void silenceOfTheConferenceIsATemporaryFailure() {
        Scenario scenario = arrived().impatient();

        assertThat(scenario.answers()).containsExactly(503);
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
    }

    @Test
    void callIsRememberedAndGoesOn() {
        Scenario scenario = up();
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(scenario.call(), 0), java.time.Instant.EPOCH);

        assertThat(resumed.call()).contains(scenario.call());
        assertThat(resumed.effects())
                .containsExactly(new Effect.StartTimer(CALLER, LegTimer.SESSION, Duration.ofMinutes(15)));
    }

    @Test
    void callThatHadNoAnswerIsLostWithItsProcess() {
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(arrived().call(), 0), java.time.Instant.EPOCH);

        assertThat(resumed.call()).isEmpty();
        assertThat(resumed.effects()).containsExactly(new Effect.Tell(new LegEnded(ROOM, CALLER, LegEnd.LOST)));
    }
}
