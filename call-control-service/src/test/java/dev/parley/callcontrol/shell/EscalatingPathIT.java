package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.switchboard.StoredCalls;
import dev.parley.contracts.call.CallCommand.EscalateCall;
import dev.parley.contracts.call.CallCommand.EscalationAnswered;
import dev.parley.contracts.call.CallCommand.EscalationOutcome;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallEvent.EscalationAsked;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaCommand.SendDigit;
import dev.parley.contracts.media.SdpRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R21 through real SIP and real Kafka: two who talk press {@code *0}. */
@QuarkusTest
class EscalatingPathIT extends ShellTest {
    private static final String OURS = Phone.sdp("sendrecv").replace("4000", "30000");
    private static final String THEIRS = Phone.sdp("sendrecv").replace("4000", "6000");
    private static final RoomId ROOM = new RoomId("demo:900");

    @Inject
    StoredCalls stored;

    private Phone caller;
    private OpenLeg callerLeg;
    private OpenLeg calledLeg;
    private SipText invite;

    @BeforeEach
    void talk() {
        neighbours()
                .publish(new ConferenceEntry(
                        new TenantId("demo"),
                        "900",
                        "Dynamic",
                        new ConferenceOptions(Optional.of("pin"), Optional.of("admin"), 5, true)));
        awaitKnown("900", "Dynamic");
        caller = new Phone(edge(), "801");
        caller.invite("802", Phone.OFFER);
        callerLeg = neighbours().await(OpenLeg.class);
        calledLeg = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(callerLeg.room(), callerLeg.leg(), 0, SdpRole.ANSWER, OURS));
        neighbours().command(0, new LegSdp(calledLeg.room(), calledLeg.leg(), 0, SdpRole.OFFER, OURS));
        invite = edge().awaitRequest("INVITE");
        edge().answer(invite, 200, THEIRS);
        edge().awaitRequest("ACK");
        caller.answered(edge().awaitResponse(200, "INVITE"));
        caller.ack("");
        assertThat(neighbours().await(AudioPlan.class).legs()).hasSize(2);
    }

    private void press(String keys) {
        keys.chars().forEach(key -> neighbours().press(callerLeg.room(), callerLeg.leg(), Character.toString(key)));
    }

    private EscalationAsked asked() {
        press("*0");
        assertThat(neighbours().await(PlayPrompt.class).prompts()).containsExactly("enter-password");
        assertThat(neighbours().await(PlayPrompt.class).prompts()).containsExactly("being-transferred-to-conference");
        assertThat(neighbours().await(AudioPlan.class).legs())
                .extracting(AudioPlan.PlannedLeg::group)
                .doesNotHaveDuplicates();
        press("4711#");
        return neighbours().await(EscalationAsked.class);
    }

    private void answer(EscalationAsked asked, EscalationOutcome outcome) {
        neighbours()
                .command(asked.instance(), new EscalationAnswered(asked.room(), asked.leg(), asked.attempt(), outcome));
    }

    @Test
    @DisplayName("R21 both go on as legs of the conference, and are remembered as such")
    void bothGoOnAsLegsOfTheConference() {
        EscalationAsked asked = asked();
        assertThat(asked.room()).isEqualTo(ROOM);
        assertThat(asked.call()).isEqualTo(callerLeg.room());
        assertThat(seal().open(asked.leg().value(), asked.password().orElse("")))
                .isEqualTo("4711");
        answer(asked, EscalationOutcome.ACCEPTED);
        assertThat(neighbours().await(AudioPlan.class).movedTo()).contains(ROOM);
        await().untilAsserted(() -> assertThat(stored.left()).anySatisfy(left -> {
            assertThat(left.kind()).isEqualTo(Remembered.Kind.ESCALATED);
            assertThat(Resumption.resume(left, Instant.now()).call()).isPresent();
        }));

        caller.request("BYE", "");
        edge().awaitResponse(200, "BYE");
        assertThat(neighbours().await(LegEnded.class).room()).isEqualTo(ROOM);
        neighbours().command(0, new HangUpLeg(ROOM, calledLeg.leg()));
        edge().awaitRequest("BYE");
        assertThat(neighbours().await(LegEnded.class).leg()).isEqualTo(calledLeg.leg());
        assertThat(neighbours().await(Neighbours.PlanGone.class).room())
                .isEqualTo(callerLeg.room().value());
    }

    @Test
    @DisplayName("R21 a wrong password: the call goes on, and keys go through again")
    void wrongPassword() {
        answer(asked(), EscalationOutcome.WRONG_PASSWORD);

        assertThat(neighbours().await(AudioPlan.class).legs())
                .extracting(AudioPlan.PlannedLeg::group)
                .containsOnly(AudioPlan.PlannedLeg.MAIN);
        assertThat(neighbours().await(PlayPrompt.class).prompts()).containsExactly("wrong-password");
        press("7");
        SendDigit sent = neighbours().await(SendDigit.class);
        assertThat(sent.leg()).isEqualTo(calledLeg.leg());
        assertThat(seal().open(sent.leg().value(), sent.digit())).isEqualTo("7");
        edge().hangUp(invite);
        edge().awaitRequest("BYE");
    }

    @Test
    @DisplayName("R23 the API asks for it, without a password")
    void byTheApi() {
        neighbours().command(0, new EscalateCall(callerLeg.room(), calledLeg.leg(), Optional.empty()));
        EscalationAsked asked = neighbours().await(EscalationAsked.class);
        assertThat(asked.password()).isEmpty();
        assertThat(asked.presser().leg()).isEqualTo(calledLeg.leg());
        answer(asked, EscalationOutcome.ACCEPTED);

        assertThat(neighbours().await(AudioPlan.class).movedTo()).contains(ROOM);
        caller.request("BYE", "");
        edge().hangUp(invite);
    }
}
