package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever calls such a number is called back (R1). */
class CallingBackTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");
    private static final LegId BACK = Scenario.CALLED;
    private static final RoomId THERE = RoomId.ofCall(Scenario.DEMO, BACK.value());

    private static Effect.CallBack wish(Scenario scenario) {
        return Scenario.effects(scenario.last(), Effect.CallBack.class)
                .findFirst()
                .orElseThrow();
    }

    private static Scenario waiting() {
        return Scenario.calledBack(wish(Scenario.arrive(DemoDirectory.RETURNING, Messages.OFFER)));
    }

    private static Scenario ringing() {
        return waiting().impatient().sdp(THERE, BACK, 0, OFFER);
    }

    @Test
    void callerIsRefusedWithoutAnAnswer() {
        Scenario scenario = Scenario.arrive(DemoDirectory.RETURNING, Messages.OFFER);

        assertThat(scenario.answers()).containsExactly(100, 603);
        assertThat(scenario.asked()).isEmpty();
        scenario.isOver();
        assertThat(wish(scenario).order().back().number()).isEqualTo("+49171555");
    }

    @Test
    void callerIsAnsweredAndTold() {
        Scenario scenario =
                Scenario.arrive(DemoDirectory.TELLING, Messages.OFFER).sdp(OWN, CALLER, 0, ANSWER);
        assertThat(scenario.answers()).containsExactly(200);
        scenario.caller("ACK", 1, "");
        assertThat(scenario.prompts()).containsExactly("calling-back");
        assertThat(Scenario.effects(scenario.all(), Effect.CallBack.class)).isEmpty();
        scenario.heard();

        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(wish(scenario).order().destination()).isEqualTo("700");
        Promises.atTheEnd(scenario);
    }

    @Test
    void callBeginsAfterTheDelay() {
        Scenario scenario = waiting();
        assertThat(scenario.last()).containsExactly(new Effect.StartPatience("callback", Duration.ofSeconds(5)));
        scenario.impatient();

        assertThat(scenario.asked()).containsExactly(new OpenLeg(THERE, BACK, 0, Optional.empty()));
        assertThat(Scenario.effects(scenario.last(), Effect.Admit.class)).hasSize(1);
    }

    @Test
    void callerSeesTheNumberThatWasCalled() {
        var invite = ringing().sentInvite();

        assertThat(invite.uri()).isEqualTo("sip:+49171555@demo.parley.test");
        assertThat(invite.from().uri()).isEqualTo("sip:" + DemoDirectory.RETURNING + "@demo.parley.test");
        assertThat(invite.headers().first("X-Parley-Trunk")).contains("pstn");
    }

    @Test
    void whoAnswersArrivesInTheConference() {
        Scenario scenario = ringing().called(180, "b", "").called(200, "b", THEIRS);

        assertThat(scenario.sent()).containsExactly("ACK");
        assertThat(scenario.told()).hasSize(1).first().isInstanceOfSatisfying(LegArrived.class, arrived -> {
            assertThat(arrived.caller().number()).isEqualTo("+49171555");
            assertThat(arrived.leg()).isEqualTo(BACK);
        });
        scenario.sdp(ROOM, BACK, 0, OFFER);
        assertThat(scenario.sent()).containsExactly("INVITE");
        assertThat(scenario.reinvite().headers().first("CSeq")).contains("2 INVITE");
    }

    @Test
    void whoAnswersHearsTheMenuAtOnce() {
        Scenario told = Scenario.arrive(DemoDirectory.TELLING, Messages.OFFER)
                .sdp(OWN, CALLER, 0, ANSWER)
                .caller("ACK", 1, "")
                .heard();
        Scenario scenario = Scenario.calledBack(wish(told)).impatient().sdp(THERE, BACK, 0, OFFER);

        assertThat(scenario.called(200, "b", THEIRS).prompts()).containsExactly("main-menu");
    }

    @Test
    void whoDoesNotAnswerIsLeftAlone() {
        Scenario busy = ringing().called(486, "b", "");
        assertThat(busy.asked()).containsExactly(new CloseLeg(THERE, BACK));
        busy.isOver();

        Scenario silent = ringing().called(180, "b", "").impatient();
        assertThat(silent.sent()).containsExactly("CANCEL");
        assertThat(silent.asked()).containsExactly(new CloseLeg(THERE, BACK));
        silent.isOver();
    }

    @Test
    void callbackThatMayNotGoOutsideIsDropped() {
        Scenario scenario = waiting().impatient().input(new CallInput.NotAdmitted(BACK));

        assertThat(scenario.asked()).containsExactly(new CloseLeg(THERE, BACK));
        scenario.isOver();
    }

    @Test
    void callbackOutlivesItsProcess() {
        Resumption.Resumed resumed =
                Resumption.resume(Remembered.of(waiting().call(), 0), Instant.EPOCH.plusSeconds(2));

        assertThat(resumed.call()).contains(waiting().call());
        assertThat(resumed.effects()).containsExactly(new Effect.StartPatience("callback", Duration.ofSeconds(3)));
    }

    @Test
    void callbackThatWasDialledIsLostWithItsProcess() {
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(ringing().call(), 0), Instant.EPOCH);

        assertThat(resumed.call()).isEmpty();
        assertThat(resumed.effects()).containsExactly(new Effect.Ask(new CloseLeg(THERE, BACK)));
    }
}
