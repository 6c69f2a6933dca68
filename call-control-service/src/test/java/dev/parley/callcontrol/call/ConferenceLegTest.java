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
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A leg in a conference room comes, stays and goes. */
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
