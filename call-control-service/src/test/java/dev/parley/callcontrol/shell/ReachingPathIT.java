package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.call.CallbackCall;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.switchboard.StoredCalls;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.Callback.Manner;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.IvrEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.IvrMenu;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.directory.PhoneOptions.Forwarding;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.SdpRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways into a conference that are no call to it: a menu, a forwarded phone, a callback; and who may call outside. */
@QuarkusTest
class ReachingPathIT extends ShellTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String OURS = Phone.sdp("sendrecv").replace("4000", "30000");
    private static final String THERE = Phone.sdp("sendrecv").replace("4000", "40000");

    @Inject
    StoredCalls stored;

    @BeforeEach
    void publish() {
        neighbours()
                .publish(new IvrEntry(
                        DEMO,
                        "700",
                        "Menu",
                        new IvrMenu("main-menu", Map.of("1", "910", "2", "802"), 5, 2, Optional.empty())));
        phone("806", Optional.empty(), new Forwarding(Condition.NO_ANSWER, List.of(), "910", 1));
        phone("809", Optional.of("one-call"));
        neighbours()
                .publish(new ClassOfServiceEntry(
                        DEMO, "one-call", true, List.of("+49"), List.of(), OptionalInt.of(1), OptionalInt.empty()));
        // Time enough to call twice before it comes.
        callback("+4930900911", 3);
        // And one that comes in no test.
        callback("+4930900912", 3600);
        phone("805", Optional.empty(), new Forwarding(Condition.ALWAYS, List.of(), "910", 20));
        awaitKnown("805", "Phone");
    }

    private void callback(String number, int delay) {
        neighbours()
                .publish(new NumberEntry(
                        number, DEMO, "910", Optional.of(new Callback(Manner.REFUSE, delay, List.of()))));
    }

    private void phone(String extension, Optional<String> service, Forwarding... rules) {
        neighbours()
                .publish(new PhoneEntry(
                        DEMO,
                        extension,
                        "Phone",
                        Optional.of(
                                new PhoneOptions(List.of(rules), service, PhoneOptions.DEFAULT.localConference()))));
    }

    /** Calls the menu, and waits until it is played. */
    private PlayPrompt menu(Phone phone) {
        phone.invite("700", Phone.OFFER);
        OpenLeg open = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(open.room(), open.leg(), 0, SdpRole.ANSWER, OURS));
        phone.answered(edge().awaitResponse(200, "INVITE"));
        phone.ack("");
        PlayPrompt prompt = neighbours().await(PlayPrompt.class);
        assertThat(prompt.prompts()).containsExactly("main-menu");
        return prompt;
    }

    private void moves(LegArrived arrived) {
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.OFFER, THERE));
        SipText reinvite = edge().awaitRequest("INVITE");
        assertThat(reinvite.body()).contains("40000");
        edge().agree(reinvite, Phone.OFFER);

        edge().awaitRequest("ACK");
        NegotiateLeg answer = neighbours().await(NegotiateLeg.class);
        assertThat(answer.room()).isEqualTo(arrived.room());
        assertThat(neighbours().await(LegAnswered.class).leg()).isEqualTo(arrived.leg());
    }

    @Test
    void keyInAMenuLeadsIntoTheConference() {
        PlayPrompt prompt = menu(new Phone(edge(), "801"));
        neighbours().press(prompt.room(), prompt.leg(), "1");

        LegArrived arrived = neighbours().await(LegArrived.class);
        assertThat(arrived.room().value()).isEqualTo("demo:910");
        moves(arrived);
        assertThat(neighbours().await(CloseLeg.class)).isEqualTo(new CloseLeg(prompt.room(), prompt.leg()));
    }

    @Test
    void keyInAMenuRingsAPhone() {
        PlayPrompt prompt = menu(new Phone(edge(), "801"));
        neighbours().press(prompt.room(), prompt.leg(), "2");
        OpenLeg called = neighbours().await(OpenLeg.class);
        assertThat(neighbours().await(PlayPrompt.class).prompts()).contains("ringback");
        neighbours().command(0, new LegSdp(called.room(), called.leg(), 0, SdpRole.OFFER, OURS));
        edge().answer(edge().awaitRequest("INVITE"), 200, THERE);

        edge().awaitRequest("ACK");
    }

    @Test
    void phoneThatDoesNotAnswerSendsTheCallerIntoTheConference() {
        new Phone(edge(), "801").invite("806", Phone.OFFER);
        OpenLeg caller = neighbours().await(OpenLeg.class);
        OpenLeg called = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(caller.room(), caller.leg(), 0, SdpRole.ANSWER, OURS));
        neighbours().command(0, new LegSdp(called.room(), called.leg(), 0, SdpRole.OFFER, OURS));
        edge().answer(edge().awaitRequest("INVITE"), 180, "");

        edge().awaitRequest("CANCEL");
        LegArrived arrived = neighbours().await(LegArrived.class);
        assertThat(arrived.leg()).isEqualTo(caller.leg());
        neighbours().command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.ANSWER, THERE));
        assertThat(edge().awaitResponse(200, "INVITE").body()).isEqualTo(THERE);
    }

    @Test
    void callerIsRefusedThenCalledBackOnceIntoTheConference() {
        for (int attempt = 0; attempt < 2; attempt++) {
            new Phone(edge(), "+49171555").arriveByTrunk("pstn", "+4930900911");
            edge().awaitResponse(603, "INVITE");
        }
        OpenLeg open = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(open.room(), open.leg(), 0, SdpRole.OFFER, OURS));
        SipText invite = edge().awaitRequest("INVITE");
        assertThat(invite.firstLine()).isEqualTo("INVITE sip:+49171555@demo.parley.test SIP/2.0");
        edge().answer(invite, 200, THERE);
        edge().awaitRequest("ACK");
        assertThat(neighbours().await(NegotiateLeg.class).room()).isEqualTo(open.room());

        LegArrived arrived = neighbours().await(LegArrived.class);
        assertThat(arrived.caller().number()).isEqualTo("+49171555");
        moves(arrived);
        assertThat(neighbours().has(OpenLeg.class)).isFalse();
    }

    @Test
    void callbackThatWaitsIsRemembered() {
        new Phone(edge(), "+49171556").arriveByTrunk("pstn", "+4930900912");
        edge().awaitResponse(603, "INVITE");

        await().untilAsserted(() -> assertThat(stored.left())
                .anySatisfy(left -> assertThat(
                                Resumption.resume(left, Instant.now()).call())
                        .containsInstanceOf(CallbackCall.class)));
    }

    @Test
    void secondOutsideCallIsOneTooMany() {
        Phone first = new Phone(edge(), "809");
        first.invite("+4930123", Phone.OFFER);
        neighbours().await(OpenLeg.class);
        neighbours().await(OpenLeg.class);
        new Phone(edge(), "809").invite("+4930124", Phone.OFFER);
        OpenLeg second = neighbours().await(OpenLeg.class);
        neighbours().command(0, new LegSdp(second.room(), second.leg(), 0, SdpRole.ANSWER, OURS));
        PlayPrompt prompt = neighbours().await(PlayPrompt.class);
        assertThat(prompt.prompts()).containsExactly("too-many-calls");
        neighbours().command(0, new LegPromptEnded(prompt.room(), prompt.leg(), prompt.request()));
        edge().awaitResponse(480, "INVITE");

        first.cancel();
        edge().awaitResponse(487, "INVITE");
        edge().forget();
        new Phone(edge(), "809").invite("+33123", Phone.OFFER);
        OpenLeg barred = next(OpenLeg.class, second);
        neighbours().command(0, new LegSdp(barred.room(), barred.leg(), 0, SdpRole.ANSWER, OURS));
        assertThat(neighbours().await(PlayPrompt.class).prompts()).containsExactly("not-allowed");
    }

    /** The next message that is about another call than this one. */
    private OpenLeg next(Class<OpenLeg> kind, OpenLeg before) {
        OpenLeg found = neighbours().await(kind);
        return found.room().equals(before.room()) ? next(kind, before) : found;
    }
}
