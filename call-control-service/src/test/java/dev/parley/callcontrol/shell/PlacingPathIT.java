package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.switchboard.StoredCalls;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegProgressed;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.SdpRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A conference calls somebody, and a phone dials into another's own, through real SIP and real Kafka. */
@QuarkusTest
class PlacingPathIT extends ShellTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final String OURS = Phone.sdp("sendrecv").replace("4000", "30000");
    private static final String THEIRS = Phone.sdp("sendrecv").replace("4000", "6000");

    @Inject
    StoredCalls stored;

    private final LegId leg = new LegId(UUID.randomUUID().toString());

    private PlaceCall wish(String destination, int ringSeconds) {
        return new PlaceCall(ROOM, leg, destination, Optional.of("801"), ringSeconds);
    }

    private SipText dialled(PlaceCall wish) {
        neighbours().command(0, wish);
        assertThat(neighbours().await(OpenLeg.class)).isEqualTo(new OpenLeg(ROOM, leg, 0, Optional.empty()));
        neighbours().command(0, new LegSdp(ROOM, leg, 0, SdpRole.OFFER, OURS));
        return edge().awaitRequest("INVITE");
    }

    private SipText answered(String destination) {
        SipText invite = dialled(wish(destination, 30));
        edge().answer(invite, 180, "");
        assertThat(neighbours().await(LegRinging.class)).isEqualTo(new LegRinging(ROOM, leg));
        edge().answer(invite, 183, THEIRS);
        assertThat(neighbours().await(NegotiateLeg.class).sdp()).contains(THEIRS);
        assertThat(neighbours().await(LegProgressed.class)).isEqualTo(new LegProgressed(ROOM, leg));
        edge().answer(invite, 200, THEIRS);
        edge().awaitRequest("ACK");
        assertThat(neighbours().await(LegAnswered.class)).isEqualTo(new LegAnswered(ROOM, leg));
        return invite;
    }

    @Test
    void outsideNumberRingsIsHeardEarlyAnswersAndHangsUp() {
        SipText invite = answered("+4930123");
        assertThat(invite.firstLine()).isEqualTo("INVITE sip:+4930123@demo.parley.test SIP/2.0");
        assertThat(invite.header("X-Parley-Trunk")).contains("pstn");
        assertThat(invite.header("From").orElse("")).startsWith("\"Ada\" <sip:801@demo.parley.test>");
        edge().hangUp(invite);

        edge().awaitResponse(200, "BYE");
        assertThat(neighbours().await(LegEnded.class)).isEqualTo(new LegEnded(ROOM, leg, LegEnd.HUNG_UP));
        assertThat(neighbours().has(CloseLeg.class)).isFalse();
    }

    @Test
    void conferenceHangsUpAfterTheAnswer() {
        answered("802");
        await().untilAsserted(() -> assertThat(stored.left()).anySatisfy(left -> {
            assertThat(left.id()).isEqualTo(leg.value());
            assertThat(Resumption.resume(left, Instant.now()).call()).isPresent();
        }));
        neighbours().command(0, new HangUpLeg(ROOM, leg));

        edge().awaitRequest("BYE");
        assertThat(neighbours().await(LegEnded.class)).isEqualTo(new LegEnded(ROOM, leg, LegEnd.ENDED_BY_US));
        await().untilAsserted(() ->
                assertThat(stored.left()).extracting(Remembered::id).doesNotContain(leg.value()));
    }

    @Test
    void conferenceHangsUpWhileItRings() {
        SipText invite = dialled(wish("802", 30));
        edge().answer(invite, 180, "");
        neighbours().await(LegRinging.class);
        neighbours().command(0, new HangUpLeg(ROOM, leg));

        edge().awaitRequest("CANCEL");
        assertThat(neighbours().await(LegEnded.class)).isEqualTo(new LegEnded(ROOM, leg, LegEnd.ENDED_BY_US));
    }

    @Test
    void whoDoesNotAnswerInTimeIsCancelled() {
        SipText invite = dialled(wish("802", 1));
        edge().answer(invite, 180, "");

        edge().awaitRequest("CANCEL");
        assertThat(neighbours().await(LegEnded.class)).isEqualTo(new LegEnded(ROOM, leg, LegEnd.NO_ANSWER));
    }

    /** Kafka may say things twice, even when all is over. */
    @Test
    void wishSaidAgainPlacesNoSecondCall() {
        PlaceCall wish = wish("802", 30);
        SipText invite = dialled(wish);
        neighbours().command(0, wish);
        edge().answer(invite, 486, "");
        assertThat(neighbours().await(LegEnded.class))
                .isEqualTo(new LegEnded(ROOM, leg, LegEnd.BUSY, OptionalInt.of(486)));
        neighbours().command(0, wish);
        LegId other = new LegId(UUID.randomUUID().toString());
        neighbours().command(0, new PlaceCall(ROOM, other, "899", Optional.empty(), 30));

        // Behind it in the same partition: when this one has been dealt with, the repeated one has, too.
        assertThat(neighbours().await(LegEnded.class)).isEqualTo(new LegEnded(ROOM, other, LegEnd.UNREACHABLE));
        assertThat(neighbours().has(OpenLeg.class)).isFalse();
    }

    @Test
    void phoneDialsIntoAnothersOwnConference() {
        Phone phone = new Phone(edge(), "801");
        phone.invite("*8802", Phone.OFFER, "X-Parley-Address: 192.0.2.7");

        LegArrived arrived = neighbours().await(LegArrived.class);
        assertThat(arrived.room()).isEqualTo(new RoomId("demo:local-802"));
        assertThat(arrived.dialled()).isEqualTo("*8802");
        assertThat(arrived.caller().source()).contains("192.0.2.7");
        neighbours().command(0, new RefuseLeg(arrived.room(), arrived.leg(), Refusal.NOT_STARTED));
        OpenLeg own = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(own.room(), own.leg(), 0, SdpRole.ANSWER, OURS));
        edge().awaitResponse(183, "INVITE");
        assertThat(neighbours().await(PlayPrompt.class).prompts()).isEqualTo(List.of("conference-not-started"));
    }

    @Test
    void ownConferenceOfNobodyIsNotFound() {
        new Phone(edge(), "801").invite("*8910", "");

        edge().awaitResponse(404, "INVITE");
    }
}
