package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegDigit;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.SdpRole;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller in a conference room, through real SIP and real Kafka. */
@QuarkusTest
class ConferencePathIT extends ShellTest {
    private static final String OURS = Phone.sdp("sendrecv").replace("4000", "30000");

    @Inject
    MeterRegistry meters;

    private Phone phone;

    @BeforeEach
    void pickUp() {
        phone = new Phone(edge(), "801");
    }

    @Test
    void callerIsLetInAndLeaves() {
        LegArrived arrived = joins();
        phone.request("BYE", "");

        edge().awaitResponse(200, "BYE");
        LegEnded ended = neighbours().await(LegEnded.class);
        assertThat(ended).isEqualTo(new LegEnded(arrived.room(), arrived.leg(), LegEnd.HUNG_UP));
        CallRecord left = neighbours().await(CallRecord.class);
        assertThat(left.leg()).isEqualTo(arrived.leg());
        assertThat(left.room()).contains(arrived.room());
        assertThat(left.to()).isEqualTo("910");
        assertThat(left.status()).hasValue(200);
        assertThat(left.reason()).isEqualTo(LegEnd.HUNG_UP);
    }

    @Test
    void sessionThatIsTooShortIsRefusedWithinTheDialogToo() {
        joins();
        phone.request("UPDATE", "", "Session-Expires: 0");

        assertThat(edge().awaitResponse(422, "UPDATE").header("Min-SE")).contains("90");
    }

    @Test
    void legsAndNewCallsAreTheLoad() {
        double earlier = used("calls_per_second");
        assertThat(earlier).isNotNegative();

        joins();

        assertThat(used("legs")).isPositive();
        assertThat(used("calls_per_second")).isPositive();
        assertThat(meters.get("parley_load_ratio").gauge().value()).isPositive();
    }

    private double used(String limit) {
        return meters.get("parley_load_used").tag("limit", limit).gauge().value();
    }

    private LegArrived joins() {
        LegArrived arrived = arrives(Phone.OFFER);
        assertThat(arrived.offer()).contains(Phone.OFFER);
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.ANSWER, OURS));
        SipText answer = edge().awaitResponse(200, "INVITE");
        assertThat(answer.body()).isEqualTo(OURS);
        assertThat(answer.header("Session-Expires")).isPresent();
        phone.answered(answer);
        phone.ack("");
        assertThat(neighbours().await(LegAnswered.class).leg()).isEqualTo(arrived.leg());
        return arrived;
    }

    private LegArrived arrives(String offer) {
        phone.invite("910", offer);
        edge().awaitResponse(100, "INVITE");
        return neighbours().await(LegArrived.class);
    }

    @Test
    void callerWithoutOfferGetsOursAndAnswersInTheAck() {
        LegArrived arrived = arrives("");
        assertThat(arrived.offer()).isEmpty();
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.OFFER, OURS));
        phone.answered(edge().awaitResponse(200, "INVITE"));
        phone.ack(Phone.OFFER);

        NegotiateLeg answer = neighbours().await(NegotiateLeg.class);
        assertThat(answer.role()).isEqualTo(SdpRole.ANSWER);
        assertThat(answer.sdp()).contains(Phone.OFFER);
    }

    @Test
    void unacknowledgedAnswerIsRepeatedUntilTheAckComes() {
        LegArrived arrived = arrives(Phone.OFFER);
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.ANSWER, OURS));
        edge().awaitResponse(200, "INVITE");
        SipText again = edge().awaitResponse(200, "INVITE");
        phone.answered(again);
        phone.ack("");

        assertThat(neighbours().await(LegAnswered.class).leg()).isEqualTo(arrived.leg());
    }

    @Test
    void unacknowledgedLegIsLostInTheEnd() {
        LegArrived arrived = arrives(Phone.OFFER);
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.ANSWER, OURS));
        edge().awaitResponse(200, "INVITE");

        edge().awaitRequest("BYE");
        assertThat(neighbours().await(LegEnded.class).reason()).isEqualTo(LegEnd.LOST);
    }

    @Test
    void callerGivesUpBeforeTheAnswer() {
        LegArrived arrived = arrives(Phone.OFFER);
        phone.cancel();

        edge().awaitResponse(200, "CANCEL");
        edge().awaitResponse(487, "INVITE");
        assertThat(neighbours().await(LegEnded.class))
                .isEqualTo(new LegEnded(arrived.room(), arrived.leg(), LegEnd.CANCELLED));
    }

    @Test
    void holdAndDigitsReachTheConference() {
        LegArrived arrived = joins();
        phone.request("INVITE", Phone.sdp("sendonly"), "Content-Type: application/sdp");
        NegotiateLeg offer = neighbours().await(NegotiateLeg.class);
        assertThat(offer.role()).isEqualTo(SdpRole.OFFER);
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), offer.negotiation(), SdpRole.ANSWER, OURS));
        edge().awaitResponse(200, "INVITE");
        phone.ack("");
        assertThat(neighbours().await(LegHeld.class).leg()).isEqualTo(arrived.leg());

        phone.request("INFO", "Signal=5\r\nDuration=160\r\n", "Content-Type: application/dtmf-relay");
        edge().awaitResponse(200, "INFO");
        LegDigit digit = neighbours().await(LegDigit.class);
        assertThat(seal().open(digit.leg().value(), digit.digit())).isEqualTo("5");
    }

    @Test
    void refusedCallerHearsWhyBeforeTheAnswer() {
        LegArrived arrived = arrives(Phone.OFFER);
        neighbours().command(0, new RefuseLeg(arrived.room(), arrived.leg(), Refusal.FULL));
        OpenLeg open = neighbours().await(OpenLeg.class);
        assertThat(open.room().isCall()).isTrue();
        neighbours().command(0, new LegSdp(open.room(), open.leg(), 0, SdpRole.ANSWER, OURS));
        assertThat(edge().awaitResponse(183, "INVITE").body()).isEqualTo(OURS);
        PlayPrompt prompt = neighbours().await(PlayPrompt.class);
        assertThat(prompt.prompts()).containsExactly("conference-full");
        neighbours().command(0, new LegPromptEnded(open.room(), open.leg(), prompt.request()));

        edge().awaitResponse(486, "INVITE");
        assertThat(neighbours().await(CloseLeg.class).room()).isEqualTo(open.room());
        assertThat(neighbours().await(LegEnded.class))
                .isEqualTo(new LegEnded(arrived.room(), arrived.leg(), LegEnd.REFUSED));
    }

    @Test
    void conferenceHangsUp() {
        LegArrived arrived = joins();
        neighbours().command(0, new HangUpLeg(arrived.room(), arrived.leg()));

        edge().awaitRequest("BYE");
        assertThat(neighbours().await(LegEnded.class).reason()).isEqualTo(LegEnd.ENDED_BY_US);
    }

    @Test
    void silenceOfTheConferenceEndsInATemporaryAnswer() {
        arrives(Phone.OFFER);

        assertThat(edge().awaitResponse(503, "INVITE").header("Retry-After")).contains("5");
        assertThat(neighbours().await(LegEnded.class).reason()).isEqualTo(LegEnd.REFUSED);
    }

    @Test
    void nobodyGetsPastTheEdge() {
        phone.inviteWith("X-Parley-Key: guessed", "910", Phone.OFFER);

        edge().awaitResponse(403, "INVITE");
        assertThat(neighbours().has(LegArrived.class)).isFalse();
    }

    @Test
    void whatNobodyKnowsIsRefusedByName() {
        phone.invite("910", Phone.OFFER, "Require: tele-portation");
        assertThat(edge().awaitResponse(420, "INVITE").header("Unsupported")).contains("tele-portation");
        CallRecord refused = neighbours().await(CallRecord.class);
        assertThat(refused.status()).hasValue(420);
        assertThat(refused.room()).isEmpty();

        new Phone(edge(), "802").request("OPTIONS", "");
        edge().awaitResponse(200, "OPTIONS");
        new Phone(edge(), "802").request("BYE", "");
        edge().awaitResponse(481, "BYE");
        new Phone(edge(), "802").request("SUBSCRIBE", "");
        edge().awaitResponse(405, "SUBSCRIBE");
    }

    @Test
    void unreadableCommandLeavesTheNextOneAlone() {
        LegArrived arrived = arrives(Phone.OFFER);
        neighbours().garbage(Topics.CALL_COMMANDS, 0);
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.ANSWER, OURS));

        phone.answered(edge().awaitResponse(200, "INVITE"));
        phone.ack("");
        assertThat(neighbours().await(LegAnswered.class).leg()).isEqualTo(arrived.leg());
    }
}
