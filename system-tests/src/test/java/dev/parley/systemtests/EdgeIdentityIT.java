package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the edge tells call-control of who calls, and what it tells others")
class EdgeIdentityIT {
    @TempDir
    private Path folder;

    private RunningSystem system;
    private LoneEdge edge;
    private RawPhone carrier;

    @BeforeEach
    void meet() throws Exception {
        system = new RunningSystem(folder);
        edge = new LoneEdge(system, 2);
        World.Trunk pstn = system.world().trunk("pstn");
        carrier = new RawPhone(edge.address(), pstn.host(), pstn.port());
    }

    @AfterEach
    void part() throws Exception {
        carrier.close();
        edge.close();
        system.close();
    }

    @ParameterizedTest(name = "Privacy: {0}, From: {1}")
    @CsvSource({
        "id, <sip:+4930555@carrier>, true",
        "user, <sip:+4930555@carrier>, true",
        "header, <sip:+4930555@carrier>, true",
        "'user;id;critical', <sip:+4930555@carrier>, true",
        "'header, id', <sip:+4930555@carrier>, true",
        ", <sip:anonymous@anonymous.invalid>, true",
        ", \"Anonymous\" <sip:+4930555@carrier>, true",
        "session, <sip:+4930555@carrier>, false",
        "critical, <sip:+4930555@carrier>, false",
        "none, <sip:+4930555@carrier>, false",
        ", <sip:+4930555@carrier>, false"
    })
    void aWithheldNumberIsMarked(String privacy, String from, boolean withheld) throws Exception {
        SipMessage invite = LoneEdge.call(carrier)
                .replacing("From", from + ";tag=1")
                .with("P-Asserted-Identity", "\"Carrier\" <sip:+4930777@carrier;user=phone>");
        carrier.send(privacy == null ? invite : invite.with("Privacy", privacy));

        SipMessage told = edge.next();

        assertThat(told.first("X-Parley-Privacy").isPresent()).isEqualTo(withheld);
        assertThat(told.require("X-Parley-Caller"))
                .as("the network's own, for the provider")
                .isEqualTo("+4930777");
        assertThat(told.first("P-Asserted-Identity")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sip:+4930777@carrier, +4930777",
        "sip:%2B4930777;cpc=ordinary@carrier, +4930777",
        "sip:004930777@carrier, +4930777",
        "tel:+49-30-777, +4930777",
        "sip:4930777@carrier, anonymous",
        "sip:reception@carrier, anonymous"
    })
    void aTrunksCallerIsANumberInE164OrNobody(String asserted, String caller) throws Exception {
        carrier.send(LoneEdge.call(carrier)
                .replacing("From", "<sip:carrier@carrier>;tag=1")
                .with("P-Asserted-Identity", "<" + asserted + ">"));

        assertThat(edge.next().require("X-Parley-Caller")).isEqualTo(caller);
    }

    /** As the directory says of the trunk; {@code 49} is the country it is in. */
    @ParameterizedTest
    @CsvSource({
        "e164_without_plus, 4930900910, 44207946, +44207946",
        "e164_without_plus, +4930900910, +44207946, +44207946",
        "national, 030900910, 030777, +4930777",
        "national, 004930900910, 0044207946, +44207946",
        "national, +4930900910, anonymous, anonymous"
    })
    void aTrunkWritesNumbersInAWayOfItsOwn(String format, String dialled, String calling, String caller)
            throws Exception {
        String address = "127.0.0.85";
        try (DirectoryRow row = new DirectoryRow(
                        system, "", "trunks", "writes-" + RawPhone.token(), """
                        {"host": "%s", "port": 5060, "transport": "udp", "source_address": "%s", "source_port": 0,
                         "source_confirmed": true, "number_format": "%s", "country_code": "49"}""".formatted(address, address, format));
                RawPhone other = new RawPhone(edge.address(), address, 0)) {
            await("the edge knows the trunk: nobody registers from there")
                    .atMost(RawPhone.PATIENCE)
                    .until(() -> other.exchange(register(
                                            other, system.world().tenant("demo").account("801"), 60))
                                    .status()
                            == 403);
            other.send(to(
                    LoneEdge.call(other)
                            .replacing("From", "<sip:" + calling + "@carrier>;tag=1")
                            .replacing("To", "<sip:" + dialled + "@edge>"),
                    "sip:" + dialled + "@edge"));

            SipMessage told = edge.next();

            assertThat(told.require("X-Parley-Trunk")).isEqualTo(row.name());
            assertThat(told.require("X-Parley-Caller")).isEqualTo(caller);
            assertThat(told.requestUri()).isEqualTo("sip:+4930900910@demo.parley.test");
        }
    }

    @Test
    void nobodyOutsideSpeaksForTheEdge() throws Exception {
        carrier.send(LoneEdge.call(carrier)
                .with("X-Parley-Tenant", "acme")
                .with("X-Parley-Caller", "801")
                .with("X-Parley-Privacy", "withheld")
                .with("Remote-Party-ID", "<sip:801@demo.parley.test>")
                .with("Diversion", "<sip:801@demo.parley.test>"));

        SipMessage told = edge.next();

        assertThat(told.all("X-Parley-Tenant")).containsExactly("demo");
        assertThat(told.all("X-Parley-Caller")).containsExactly("+4930555");
        assertThat(told.first("X-Parley-Privacy")).isEmpty();
        assertThat(told.first("Remote-Party-ID")).isEmpty();
        assertThat(told.first("Diversion")).isEmpty();
        assertThat(told.require("X-Parley-Key")).isEqualTo(edge.key());
    }

    /** Call-control's identity reaches those who are trusted; a phone learns none that is withheld (RFC 3325 §7). */
    @Test
    void aWithheldIdentityReachesTheOperatorsTrunkAndNoPhone() throws Exception {
        SipMessage toTrunk =
                withheld(edge.request("sip:+4930123@demo.parley.test")).with("X-Parley-Trunk", "pstn");
        edge.callControl(0).sends(toTrunk);
        SipMessage atTrunk = carrier.await(SipMessage::isRequest).orElseThrow();
        carrier.send(LoneEdge.refusal(atTrunk, 486));
        assertThat(atTrunk.first("P-Asserted-Identity")).isPresent();
        assertThat(atTrunk.headers()).noneMatch(header -> header.name().startsWith("X-Parley"));

        try (RawPhone phone = new RawPhone(edge.address(), "127.0.0.1", 0)) {
            Account account = system.world().tenant("demo").account("806");
            assertThat(phone.exchangeAs(account, register(phone, account, 300)).status())
                    .isEqualTo(200);
            edge.callControl(0).sends(withheld(edge.request("sip:806@demo.parley.test")));
            SipMessage atPhone = phone.await(it -> it.isRequest() && it.method().equals("INVITE"))
                    .orElseThrow();
            phone.send(LoneEdge.refusal(atPhone, 486));
            assertThat(atPhone.first("P-Asserted-Identity")).isEmpty();
            assertThat(atPhone.headers()).noneMatch(header -> header.name().startsWith("X-Parley"));
            phone.exchangeAs(account, register(phone, account, 0).replacing("CSeq", "9 REGISTER"));
        }
    }

    @Test
    void whatATrunkSaysOfItselfInAnAnswerGoesNoFurther() throws Exception {
        var answers = edge.callControl(0)
                .sends(edge.request("sip:+4930123@demo.parley.test").with("X-Parley-Trunk", "pstn"));
        SipMessage invite = carrier.await(SipMessage::isRequest).orElseThrow();
        carrier.send(LoneEdge.refusal(invite, 486)
                .with("P-Asserted-Identity", "<sip:800@demo.parley.test>")
                .with("X-Parley-Caller", "800"));

        SipMessage answer = answers.poll(10, TimeUnit.SECONDS);
        while (answer != null && answer.status() < 200) {
            answer = answers.poll(10, TimeUnit.SECONDS);
        }
        assertThat(answer).isNotNull();
        assertThat(answer.status()).isEqualTo(486);
        assertThat(answer.first("P-Asserted-Identity")).isEmpty();
        assertThat(answer.first("X-Parley-Caller")).isEmpty();
    }

    private static SipMessage register(RawPhone phone, Account account, int seconds) {
        return phone.request("REGISTER", "sip:" + account.domain(), account.uri(), 1)
                .replacing("To", "<" + account.uri() + ">")
                .with("Expires", String.valueOf(seconds));
    }

    private static SipMessage withheld(SipMessage invite) {
        return invite.with("P-Asserted-Identity", "<sip:+4930777@demo.parley.test>")
                .with("Privacy", "id");
    }

    private static SipMessage to(SipMessage request, String uri) {
        return new SipMessage("INVITE " + uri + " SIP/2.0", request.headers(), request.body());
    }
}
