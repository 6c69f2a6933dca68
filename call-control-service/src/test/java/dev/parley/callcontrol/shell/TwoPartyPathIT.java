package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.switchboard.StoredCalls;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.SdpRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One phone calls another, or the outside world, through real SIP and real Kafka. */
@QuarkusTest
class TwoPartyPathIT extends ShellTest {
    private static final String OURS = Phone.sdp("sendrecv").replace("4000", "30000");
    private static final String THEIRS = Phone.sdp("sendrecv").replace("4000", "6000");

    @Inject
    StoredCalls stored;

    private Phone caller;
    private OpenLeg callerLeg;
    private OpenLeg calledLeg;

    @BeforeEach
    void pickUp() {
        caller = new Phone(edge(), "801");
    }

    private SipText rings(String dialled) {
        caller.invite(dialled, Phone.OFFER);
        callerLeg = neighbours().await(OpenLeg.class);
        calledLeg = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(callerLeg.room(), callerLeg.leg(), 0, SdpRole.ANSWER, OURS));
        neighbours().command(0, new LegSdp(calledLeg.room(), calledLeg.leg(), 0, SdpRole.OFFER, OURS));
        return edge().awaitRequest("INVITE");
    }

    private SipText talks() {
        SipText invite = rings("802");
        edge().answer(invite, 180, "");
        edge().awaitResponse(180, "INVITE");
        edge().answer(invite, 200, THEIRS);
        edge().awaitRequest("ACK");
        caller.answered(edge().awaitResponse(200, "INVITE"));
        caller.ack("");
        assertThat(neighbours().await(NegotiateLeg.class).leg()).isEqualTo(calledLeg.leg());
        assertThat(neighbours().await(AudioPlan.class).legs()).hasSize(2);
        return invite;
    }

    @Test
    void callIsAnsweredAndHungUpByTheCaller() {
        SipText invite = talks();
        assertThat(invite.firstLine()).isEqualTo("INVITE sip:802@demo.parley.test SIP/2.0");
        assertThat(invite.header("X-Parley-Key")).contains(EdgeResource.KEY);
        assertThat(invite.header("From").orElse("")).startsWith("\"Ada\" <sip:801@demo.parley.test>");
        caller.request("BYE", "");

        edge().awaitResponse(200, "BYE");
        edge().awaitRequest("BYE");
        neighbours().await(CloseLeg.class);
        neighbours().await(CloseLeg.class);
        assertThat(neighbours().await(Neighbours.PlanGone.class).room())
                .isEqualTo(callerLeg.room().value());
    }

    @Test
    void telephoneThatVanishesEndsTheCall() {
        talks();
        neighbours().lose(calledLeg.room(), calledLeg.leg());

        edge().awaitRequest("BYE");
        edge().awaitRequest("BYE");
    }

    @Test
    void calledPartyHangsUp() {
        SipText invite = talks();
        edge().hangUp(invite);

        edge().awaitRequest("BYE");
    }

    @Test
    void callIsRememberedUntilItsEnd() {
        talks();
        String id = callerLeg.leg().value();
        await().untilAsserted(() -> assertThat(stored.left()).anySatisfy(left -> {
            assertThat(left.id()).isEqualTo(id);
            assertThat(Resumption.resume(left, Instant.now()).call()).isPresent();
        }));
        caller.request("BYE", "");

        edge().awaitResponse(200, "BYE");
        await().untilAsserted(() ->
                assertThat(stored.left()).extracting(Remembered::id).doesNotContain(id));
    }

    @Test
    void earlyMediaIsHeardBeforeTheAnswer() {
        SipText invite = rings("+4930123");
        assertThat(invite.header("X-Parley-Trunk")).contains("pstn");
        edge().answer(invite, 183, THEIRS);

        assertThat(edge().awaitResponse(183, "INVITE").body()).isEqualTo(OURS);
        assertThat(neighbours().await(AudioPlan.class).legs()).hasSize(2);
        caller.cancel();
        edge().awaitResponse(487, "INVITE");
    }

    @Test
    void callerWhoGivesUpTakesTheInviteBack() {
        SipText invite = rings("802");
        edge().answer(invite, 180, "");
        edge().awaitResponse(180, "INVITE");
        caller.cancel();

        edge().awaitResponse(487, "INVITE");
        edge().awaitRequest("CANCEL");
        edge().answer(invite, 487, "");
        edge().awaitRequest("ACK");
    }

    @Test
    void answerThatCrossesTheCancelIsEnded() {
        SipText invite = rings("802");
        edge().answer(invite, 180, "");
        edge().awaitResponse(180, "INVITE");
        caller.cancel();
        edge().awaitRequest("CANCEL");
        edge().answer(invite, 200, THEIRS);

        edge().awaitRequest("ACK");
        edge().awaitRequest("BYE");
    }

    @Test
    void nobodyAnswers() {
        edge().answer(rings("802"), 180, "");

        edge().awaitRequest("CANCEL");
        assertThat(edge().awaitResponse(480, "INVITE").header("Reason")).contains("Q.850;cause=19");
    }

    @Test
    void nobodyIsRegistered() {
        edge().answer(rings("802"), 480, "");
        edge().awaitResponse(183, "INVITE");
        PlayPrompt prompt = neighbours().await(PlayPrompt.class);
        assertThat(prompt.prompts()).containsExactly("not-registered");
        neighbours().command(0, new LegPromptEnded(prompt.room(), prompt.leg(), prompt.request()));

        edge().awaitResponse(480, "INVITE");
    }

    @Test
    void unknownNumberIsSaidSo() {
        caller.invite("899", Phone.OFFER);
        OpenLeg open = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(open.room(), open.leg(), 0, SdpRole.ANSWER, OURS));
        PlayPrompt prompt = neighbours().await(PlayPrompt.class);
        assertThat(prompt.prompts()).containsExactly("not-found");
        neighbours().command(0, new LegPromptEnded(prompt.room(), prompt.leg(), prompt.request()));

        edge().awaitResponse(404, "INVITE");
    }

    @Test
    void outsideNumberReachesItsRoom() {
        Phone outside = new Phone(edge(), "+49171555");
        outside.arriveByTrunk("pstn", "+4930900910");
        LegArrived arrived = neighbours().await(LegArrived.class);
        assertThat(arrived.room().value()).isEqualTo("demo:910");
        assertThat(arrived.caller().trunk()).contains("pstn");
        outside.cancel();
        edge().awaitResponse(487, "INVITE");
    }
}
