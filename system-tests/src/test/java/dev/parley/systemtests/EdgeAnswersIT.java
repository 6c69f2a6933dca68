package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever arrives gets its own answer at once, and no other call suffers")
class EdgeAnswersIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String ROOM = "sip:910@demo.parley.test";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Account account;
    private RawPhone phone;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        account = system.world().tenant("demo").account("801");
        phone = new RawPhone(system.world());
    }

    @AfterEach
    void part() {
        phone.close();
        system.close();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("without Contact", 400, it -> it.without("Contact")),
                bad("with a quoted parameter in its Contact", 400, it -> it.replacing("Contact", "<sip:a@b;x=\"y\">")),
                bad("with a telephone as Contact", 400, it -> it.replacing("Contact", "<tel:+4930>")),
                bad("with two Contacts", 400, it -> it.replacing("Contact", "<sip:a@b>, <sip:c@d>")),
                bad("with any Contact", 400, it -> it.replacing("Contact", "*")),
                bad(
                        "with a method in small letters",
                        405,
                        it -> started(it, "invite " + ROOM + " SIP/2.0").replacing("CSeq", "1 invite")),
                bad(
                        "with an unknown method",
                        405,
                        it -> started(it, "DANCE " + ROOM + " SIP/2.0").replacing("CSeq", "1 DANCE")),
                bad("of another version", 505, it -> started(it, "INVITE " + ROOM + " SIP/7.0")),
                bad("to an unknown scheme", 416, it -> started(it, "INVITE nobody:knows SIP/2.0")),
                bad("without From", 400, it -> it.without("From")),
                bad("without To", 400, it -> it.without("To")),
                bad("without Call-ID", 400, it -> it.without("Call-ID")),
                bad("without CSeq", 400, it -> it.without("CSeq")),
                bad("with a number too many in CSeq", 400, it -> it.replacing("CSeq", "36893488147419103232 INVITE")),
                bad("with another method in CSeq", 400, it -> it.replacing("CSeq", "1 OPTIONS")),
                bad("with an open quote in From", 400, it -> it.replacing("From", "\"Joe <sip:801@x>;tag=1")),
                bad("with two Call-IDs", 400, it -> it.with("Call-ID", "another")),
                bad("that needs what no proxy has", 420, it -> it.with("Proxy-Require", "teleportation")),
                bad("out of hops", 483, it -> it.replacing("Max-Forwards", "0")));
    }

    @ParameterizedTest(name = "an INVITE {0}: {1}")
    @MethodSource("bad")
    void aBadCallIsRefusedAtOnce(String name, int status, UnaryOperator<SipMessage> fault) {
        phone.send(fault.apply(invite(1)));

        assertThat(phone.await(message -> !message.isRequest() && message.status() >= 200, AT_ONCE))
                .isPresent()
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(status));
        assertThatOthersCall();
    }

    /** Outside of dialogs; what Allow tells is what is not 405 (RFC 3261 §20.5). */
    @ParameterizedTest
    @CsvSource({"BYE, 481", "UPDATE, 481", "INFO, 481", "MESSAGE, 405", "PUBLISH, 405", "SUBSCRIBE, 405"})
    void whatIsNotDoneIsSaid(String method, int status) {
        SipMessage answer = phone.exchange(phone.request(method, ROOM, account.uri(), 1));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.first("Allow").isPresent()).isEqualTo(status == 405);
        assertThat(answer.first("Allow").orElse("")).doesNotContain(method);
    }

    /** RFC 3261 §18.3. */
    @Test
    void bytesAfterTheBodyAreDiscarded() {
        SipMessage invite = invite(1);
        SipMessage challenge = phone.exchange(invite);
        phone.acknowledge(invite, challenge);
        SipMessage second = phone.answering(challenge, invite, account);
        phone.send(new String(second.bytes(), java.nio.charset.StandardCharsets.UTF_8) + "BYE and more\r\n\r\n");

        SipMessage answer = phone.awaitFinal(second);

        assertThat(answer.status()).isEqualTo(200);
        hangUp(second, answer);
    }

    @Test
    void aBodyThatIsCutShortIsAnError() {
        String whole = new String(invite(1).bytes(), java.nio.charset.StandardCharsets.UTF_8);
        phone.send(whole.substring(0, whole.length() - 10));

        assertThat(phone.await(message -> !message.isRequest()))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(400));
    }

    /** RFC 3261 §19.1.4 and §19.1.6: the same user, escaped and with what belongs to the number and not to the user. */
    @ParameterizedTest
    @ValueSource(strings = {"910", "%39%31%30", "910;isub=1", "910;cpc=ordinary", "910;npdi;rn=+4930", "9-1-0"})
    void oneNumberInManyForms(String user) {
        SipMessage invite = phone.request("INVITE", "sip:" + user + "@demo.parley.test", account.uri(), 1)
                .carrying("application/sdp", RawPhone.SDP);
        SipMessage answer = phone.exchangeAs(account, invite);

        assertThat(answer.status()).isEqualTo(200);
        hangUp(invite.replacing("CSeq", "2 INVITE"), answer);
    }

    /** As carriers address us: by the number, in whatever form, or by an account with the number elsewhere. */
    @ParameterizedTest
    @CsvSource({
        "sip:+4930900910@edge, ,",
        "sip:%2B4930900910@edge, ,",
        "sip:004930900910@edge, ,",
        "sip:+4930900910;npdi;rn=+4930@edge, ,",
        "sip:+49-30-900.910@edge, ,",
        "tel:+49(30)900-910, ,",
        "sip:account@edge, <sip:+4930900910@carrier>,",
        "sip:account@edge, <sip:account@carrier>, <sip:+4930900910@carrier>"
    })
    void oneOutsideNumberInManyForms(String uri, String to, String calledParty) {
        World.Trunk pstn = system.world().trunk("pstn");
        try (RawPhone carrier = new RawPhone(system.world(), pstn.host(), pstn.port())) {
            SipMessage invite = carrier.request("INVITE", uri, "sip:+4930555@" + carrier.hostAndPort(), 1)
                    .carrying("application/sdp", RawPhone.SDP);
            invite = to == null ? invite : invite.replacing("To", to);
            invite = calledParty == null ? invite : invite.with("P-Called-Party-ID", calledParty);
            SipMessage answer = carrier.exchange(invite);

            assertThat(answer.status()).isEqualTo(200);
            carrier.acknowledge(invite, answer);
            assertThat(carrier.exchange(bye(carrier, invite, answer)).status()).isEqualTo(200);
        }
    }

    private SipMessage invite(int cseq) {
        return phone.request("INVITE", ROOM, account.uri(), cseq).carrying("application/sdp", RawPhone.SDP);
    }

    private void hangUp(SipMessage invite, SipMessage answer) {
        phone.acknowledge(invite, answer);
        assertThat(phone.exchange(bye(phone, invite, answer)).status()).isEqualTo(200);
    }

    private static SipMessage bye(RawPhone phone, SipMessage invite, SipMessage answer) {
        SipMessage bye = phone.request("BYE", SipMessage.uri(answer.require("Contact")), "sip:x", 90)
                .replacing("From", invite.require("From"))
                .replacing("To", answer.require("To"));
        for (String route : answer.all("Record-Route").reversed()) {
            bye = bye.with("Route", route);
        }
        return bye;
    }

    private void assertThatOthersCall() {
        try (RawPhone other = new RawPhone(system.world())) {
            assertThat(other.exchange(other.request("OPTIONS", ROOM, "sip:x@y", 1))
                            .status())
                    .isEqualTo(200);
        }
    }

    private static SipMessage started(SipMessage message, String start) {
        return new SipMessage(start, message.headers(), message.body());
    }

    private static Arguments bad(String name, int status, UnaryOperator<SipMessage> fault) {
        return Arguments.of(name, status, fault);
    }
}
