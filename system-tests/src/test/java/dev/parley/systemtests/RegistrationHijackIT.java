package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Toll fraud by REGISTER: calls to an extension go to where its phone is, and not to where it says to be. */
@DisplayName("A registration leads to where it came from, whatever its Contact says")
class RegistrationHijackIT {
    private static final String DOMAIN = "sip:demo.parley.test";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Account account;
    private RawPhone thief;
    private RawPhone carrier;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        World world = system.world();
        account = world.tenant("demo").account("806");
        World.Trunk pstn = world.trunk("pstn");
        carrier = new RawPhone(world, pstn.host(), pstn.port());
        thief = new RawPhone(world);
        forgetAllPlaces();
    }

    @AfterEach
    void part() {
        forgetAllPlaces();
        thief.close();
        carrier.close();
        system.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:+900123456@127.0.0.1:5090>",
                "sip:+900123456@127.0.0.1:5090",
                "<sip:+900123456@127.0.0.1:5090;transport=tcp>",
                "<sips:+900123456@127.0.0.1:5090>",
                "<sip:806@10.0.0.1;maddr=127.0.0.1:5090>",
                "<sip:806@127.0.0.1:5090;received=sip:127.0.0.1:5090>;q=1.0",
                "<sip:806@10.0.0.1>;q=0.1, <sip:+900123456@127.0.0.1:5090>;q=1.0",
                "<sip:806@10.0.0.1?Route=%3Csip:127.0.0.1:5090%3Blr%3E>",
                "<sip:127.0.0.1:5070;transport=tcp>",
                "<sip:127.0.0.1:15432;transport=tcp>"
            })
    void callsGoToWhereTheRegistrationCameFrom(String contact) {
        SipMessage registered = register(thief, contact);

        assertThat(registered.status()).isEqualTo(200);
        assertThat(SipMessage.uri(registered.require("Contact")))
                .as("a phone finds its own contact")
                .isEqualTo(SipMessage.uri(contact));
        SipMessage invite = callTheExtension();
        assertThat(invite.requestUri()).isEqualTo("sip:806@" + thief.hostAndPort());
        assertThat(carrier.hasReceived("INVITE")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<tel:+900123456>", "<http://127.0.0.1:8081/>", "<mailto:x@y>", "<sip:806@>", "<sip:x@y;a=\"b\">"
            })
    void whatIsNoSipUriIsNoContact(String contact) {
        assertThat(register(thief, contact).status()).isEqualTo(400);
    }

    /** Path (RFC 3327) and Route would have calls go by somebody else. */
    @Test
    void aPathLeadsNowhereElse() {
        SipMessage request = request(thief, "<sip:806@" + thief.hostAndPort() + ">")
                .with("Supported", "path, outbound")
                .with("Path", "<sip:127.0.0.1:5090;lr>")
                .with("Route", "<sip:127.0.0.1:5090;lr>");
        assertThat(thief.exchangeAs(account, request).status()).isEqualTo(200);

        callTheExtension();

        assertThat(carrier.hasReceived("INVITE")).isFalse();
        assertThat(carrier.hasReceived("REGISTER")).isFalse();
    }

    /** By UDP a source address can be forged; what is at it is no phone's place to be. */
    @Test
    void noPhoneIsWhereATrunkIs() {
        assertThat(register(carrier, "<sip:806@" + carrier.hostAndPort() + ">").status())
                .isEqualTo(403);
    }

    /** The nonce was got at one address, the registration comes as if from another. */
    @Test
    void whoForgesItsAddressDoesNotKnowWhatWasSentThere() {
        SipMessage request = request(thief, "<sip:806@127.0.0.1>");
        SipMessage challenge = thief.exchange(request);
        try (RawPhone forged = new RawPhone(system.world(), "127.0.0.77", 0)) {
            SipMessage second =
                    forged.again(request).with("Authorization", RawPhone.credentials(challenge, request, account));
            assertThat(forged.exchange(second).status()).isEqualTo(401);
        }
    }

    @Test
    void nobodyRegistersForAnother() {
        SipMessage foreign = request(thief, "<sip:x@127.0.0.1>").replacing("To", "<sip:805@demo.parley.test>");
        assertThat(thief.exchangeAs(account, foreign).status()).isEqualTo(403);
    }

    /** Another port after a restart of a NAT: the same phone, of one place. */
    @Test
    void aPhoneThatComesFromAnotherPortIsNoLongerWhereItWas() {
        SipMessage first = request(thief, "<sip:806@10.0.0.1>");
        assertThat(thief.exchangeAs(account, first).status()).isEqualTo(200);
        try (RawPhone later = new RawPhone(system.world())) {
            SipMessage second = later.again(first).replacing("CSeq", "9 REGISTER");
            assertThat(later.exchangeAs(account, second).status()).isEqualTo(200);

            SipMessage caller = invite("804");
            later.await(message -> message.isRequest() && message.method().equals("INVITE"))
                    .ifPresentOrElse(it -> busy(later, it), () -> {
                        throw new AssertionError("It does not ring");
                    });
            assertThat(caller).isNotNull();
            assertThat(thief.hasReceived("INVITE")).isFalse();
        }
    }

    private SipMessage callTheExtension() {
        invite("804");
        SipMessage invite = thief.await(
                        message -> message.isRequest() && message.method().equals("INVITE"))
                .orElseThrow(() -> new AssertionError("It does not ring where it registered from"));
        busy(thief, invite);
        return invite;
    }

    private static void busy(RawPhone phone, SipMessage invite) {
        phone.send(SipMessage.response(invite, 486, "Busy Here")
                .replacing("To", invite.require("To") + ";tag=" + RawPhone.token()));
    }

    /** A call of a colleague's to the extension; it ends when it is answered busy. */
    private SipMessage invite(String colleague) {
        Account caller = system.world().tenant("demo").account(colleague);
        try (RawPhone phone = new RawPhone(system.world())) {
            SipMessage invite = phone.request("INVITE", "sip:806@demo.parley.test", caller.uri(), 1)
                    .carrying("application/sdp", RawPhone.SDP);
            SipMessage challenge = phone.exchange(invite);
            phone.acknowledge(invite, challenge);
            SipMessage second = phone.answering(challenge, invite, caller);
            phone.send(second);
            return second;
        }
    }

    private SipMessage register(RawPhone phone, String contact) {
        return phone.exchangeAs(account, request(phone, contact));
    }

    private SipMessage request(RawPhone phone, String contact) {
        return phone.request("REGISTER", DOMAIN, account.uri(), 1)
                .replacing("To", "<" + account.uri() + ">")
                .replacing("Contact", contact)
                .with("Expires", "300");
    }

    private void forgetAllPlaces() {
        try (RawPhone phone = new RawPhone(system.world())) {
            SipMessage all = phone.request("REGISTER", DOMAIN, account.uri(), 1)
                    .replacing("To", "<" + account.uri() + ">")
                    .replacing("Contact", "*")
                    .with("Expires", "0");
            assertThat(phone.exchangeAs(account, all).status()).isEqualTo(200);
        }
    }
}
