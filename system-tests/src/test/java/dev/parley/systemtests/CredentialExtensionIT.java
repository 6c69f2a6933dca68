package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A phone is its credential's extension, whatever its user name is")
class CredentialExtensionIT {
    private static final String DOMAIN = "demo.parley.test";
    private static final Account DESK = new Account("desk-of-anna", DOMAIN, "a-long-pass-phrase");

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Settings settings;
    private RawPhone phone;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        settings = new Settings(system.world(), "operator");
        settings.putUnpublished(
                "/tenants/demo/credentials/" + DESK.user(),
                "{\"extension\": \"804\", \"password\": \"%s\"}".formatted(DESK.password()));
        phone = new RawPhone(system.world());
    }

    @AfterEach
    void part() {
        phone.close();
        settings.close();
        system.close();
    }

    @Test
    void itRingsWhenTheExtensionIsCalled() {
        assertThat(phone.exchangeAs(DESK, register(DESK.user())).status()).isEqualTo(200);
        try {
            Account caller = system.world().tenant("demo").account("801");
            try (RawPhone other = new RawPhone(system.world())) {
                SipMessage invite = other.request("INVITE", "sip:804@" + DOMAIN, caller.uri(), 1)
                        .carrying("application/sdp", RawPhone.SDP);
                SipMessage challenge = other.exchange(invite);
                other.acknowledge(invite, challenge);
                other.send(other.answering(challenge, invite, caller));
                SipMessage rung = phone.await(
                                it -> it.isRequest() && it.method().equals("INVITE"))
                        .orElseThrow(() -> new AssertionError("It does not ring"));
                assertThat(rung.requestUri()).startsWith("sip:" + DESK.user() + "@");
                phone.send(
                        SipMessage.response(rung, 486, "Busy Here").replacing("To", rung.require("To") + ";tag=busy"));
            }
        } finally {
            phone.exchangeAs(
                    DESK, register(DESK.user()).replacing("CSeq", "9 REGISTER").replacing("Expires", "0"));
        }
    }

    @Test
    void itRegistersByItsUserNameOrItsExtension() {
        for (String user : new String[] {DESK.user(), "804"}) {
            try (RawPhone other = new RawPhone(system.world())) {
                SipMessage query = other.request("REGISTER", "sip:" + DOMAIN, "sip:" + user + "@" + DOMAIN, 1)
                        .replacing("To", "<sip:" + user + "@" + DOMAIN + ">")
                        .without("Contact");
                assertThat(other.exchangeAs(DESK, query).status()).as(user).isEqualTo(200);
            }
        }
    }

    @Test
    void itCallsAsItsUserNameOrItsExtensionAndAsNobodyElse() {
        assertThat(call(DESK, DESK.user())).isEqualTo(404);
        assertThat(call(DESK, "804")).isEqualTo(404);
        assertThat(call(DESK, "801")).isEqualTo(403);
    }

    private int call(Account account, String from) {
        try (RawPhone other = new RawPhone(system.world())) {
            SipMessage invite = other.request("INVITE", "sip:799@" + DOMAIN, "sip:" + from + "@" + DOMAIN, 1)
                    .carrying("application/sdp", RawPhone.SDP);
            SipMessage answer = other.exchangeAs(account, invite);
            other.acknowledge(invite, answer);
            return answer.status();
        }
    }

    private SipMessage register(String user) {
        return phone.request("REGISTER", "sip:" + DOMAIN, "sip:" + user + "@" + DOMAIN, 1)
                .replacing("To", "<sip:" + user + "@" + DOMAIN + ">")
                .with("Expires", "300");
    }
}
