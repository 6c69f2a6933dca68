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
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What the edge tells call-control of a call, and what becomes of call-control's answers")
class LoneEdgeIT {
    private static final String NUMBER = "sip:+4930900910@edge";

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
        SipMessage invite = call().replacing("From", from + ";tag=1")
                .with("P-Asserted-Identity", "\"Carrier\" <sip:+4930777@carrier;user=phone>");
        carrier.send(privacy == null ? invite : invite.with("Privacy", privacy));

        SipMessage told = next();

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
        carrier.send(call().replacing("From", "<sip:carrier@carrier>;tag=1")
                .with("P-Asserted-Identity", "<" + asserted + ">"));

        assertThat(next().require("X-Parley-Caller")).isEqualTo(caller);
    }

    @Test
    void nobodyOutsideSpeaksForTheEdge() throws Exception {
        carrier.send(call().with("X-Parley-Tenant", "acme")
                .with("X-Parley-Caller", "801")
                .with("X-Parley-Privacy", "withheld")
                .with("Remote-Party-ID", "<sip:801@demo.parley.test>")
                .with("Diversion", "<sip:801@demo.parley.test>"));

        SipMessage told = next();

        assertThat(told.all("X-Parley-Tenant")).containsExactly("demo");
        assertThat(told.all("X-Parley-Caller")).containsExactly("+4930555");
        assertThat(told.first("X-Parley-Privacy")).isEmpty();
        assertThat(told.first("Remote-Party-ID")).isEmpty();
        assertThat(told.first("Diversion")).isEmpty();
        assertThat(told.require("X-Parley-Key")).isEqualTo(edge.key());
    }

    @Test
    void whatIsNotAdmittedIsTriedAtTheNextAndNobodyOutsideHearsOfIt() throws Exception {
        SipMessage invite = call();
        carrier.send(invite);
        LoneEdge.CallControl first = whoHasIt();
        SipMessage told = first.receives();
        first.answers(told, refusal(told, 503).with("X-Parley-Admission", "refused"));
        LoneEdge.CallControl second = other(first);
        SipMessage again = second.receives();
        second.answers(again, refusal(again, 486).with("X-Parley-Anything", "inside"));

        SipMessage answer = carrier.awaitFinal(invite);

        assertThat(answer.status()).isEqualTo(486);
        assertThat(answer.headers()).noneMatch(header -> header.name().startsWith("X-Parley"));
    }

    /** It may be a trunk's, or a conference's: the call has been placed. */
    @Test
    void aCallIsNotPlacedTwice() throws Exception {
        SipMessage invite = call();
        carrier.send(invite);
        LoneEdge.CallControl first = whoHasIt();
        SipMessage told = first.receives();
        first.answers(told, refusal(told, 503));

        assertThat(carrier.awaitFinal(invite).status()).isIn(500, 503);
        assertThat(other(first).hasReceived()).isFalse();
    }

    @Test
    void aCallThatIsNotAnsweredHarmsNoOther() throws Exception {
        SipMessage unanswered = call();
        carrier.send(unanswered);
        LoneEdge.CallControl silent = whoHasIt();
        silent.receives();

        assertThat(carrier.awaitFinal(unanswered).status()).isEqualTo(504);
        assertThat(other(silent).hasReceived()).isFalse();
        boolean[] served = new boolean[2];
        for (int i = 0; i < 4; i++) {
            try (RawPhone phone = new RawPhone(edge.address(), "127.0.0.1", 5091)) {
                SipMessage invite = call(phone);
                phone.send(invite);
                LoneEdge.CallControl one = whoHasIt();
                served[one == silent ? 0 : 1] = true;
                SipMessage told = one.receives();
                one.answers(told, refusal(told, 486));
                assertThat(phone.awaitFinal(invite).status()).isEqualTo(486);
            }
        }
        assertThat(served).as("both are asked, the silent one too").containsOnly(true);
    }

    /** Call-control's identity reaches those who are trusted; a phone learns none that is withheld (RFC 3325 §7). */
    @Test
    void aWithheldIdentityReachesTheOperatorsTrunkAndNoPhone() throws Exception {
        SipMessage toTrunk =
                withheld(edge.request("sip:+4930123@demo.parley.test")).with("X-Parley-Trunk", "pstn");
        edge.callControl(0).sends(toTrunk);
        SipMessage atTrunk = carrier.await(SipMessage::isRequest).orElseThrow();
        carrier.send(refusal(atTrunk, 486));
        assertThat(atTrunk.first("P-Asserted-Identity")).isPresent();
        assertThat(atTrunk.headers()).noneMatch(header -> header.name().startsWith("X-Parley"));

        try (RawPhone phone = new RawPhone(edge.address(), "127.0.0.1", 0)) {
            Account account = system.world().tenant("demo").account("806");
            assertThat(phone.exchangeAs(account, register(phone, account, 300)).status())
                    .isEqualTo(200);
            edge.callControl(0).sends(withheld(edge.request("sip:806@demo.parley.test")));
            SipMessage atPhone = phone.await(it -> it.isRequest() && it.method().equals("INVITE"))
                    .orElseThrow();
            phone.send(refusal(atPhone, 486));
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
        carrier.send(refusal(invite, 486)
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

    @Test
    void whoHasNoKeyIsNotCallControl() throws Exception {
        var answers = edge.callControl(0)
                .sends(edge.request("sip:+4930123@demo.parley.test")
                        .replacing("X-Parley-Key", "guessed")
                        .with("X-Parley-Trunk", "pstn"));

        assertThat(answers.poll(10, TimeUnit.SECONDS))
                .satisfies(it -> assertThat(it.status()).isEqualTo(403));
        assertThat(carrier.hasReceived("INVITE")).isFalse();
    }

    /** What the directory has let in, or what a name leads to since: the edge looks at the address that it would call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:127.0.0.1"
            })
    void aTenantsTrunkLeadsToNoInsideAddress(String host) throws Exception {
        try (DirectoryRow row = new DirectoryRow(
                system,
                "demo",
                "trunks",
                "inside-" + RawPhone.token(),
                "{\"host\": \"%s\", \"port\": 5090, \"transport\": \"udp\"}".formatted(host))) {
            var answers = edge.callControl(0)
                    .sends(edge.request("sip:+4930123@demo.parley.test").with("X-Parley-Trunk", row.name()));

            assertThat(answers.poll(10, TimeUnit.SECONDS))
                    .satisfies(it -> assertThat(it.status()).isEqualTo(403));
            assertThat(carrier.hasReceived("INVITE")).isFalse();
        }
    }

    /** A page of somebody else's must not make its visitor's browser a telephone. */
    @ParameterizedTest
    @CsvSource({
        "https://phone.example.com, 101",
        "https://phone.example.com.attacker.example, 403",
        "http://phone.example.com, 403",
        "'', 403",
        "null, 403"
    })
    void onlyPagesOfTheListConnect(String origin, int status) throws Exception {
        assertThat(edge.handshake(origin)).isEqualTo(status);
    }

    private SipMessage call() {
        return call(carrier);
    }

    private static SipMessage call(RawPhone from) {
        return from.request("INVITE", NUMBER, "sip:+4930555@carrier", 1)
                .replacing("Call-ID", RawPhone.token())
                .carrying("application/sdp", RawPhone.SDP);
    }

    private static SipMessage withheld(SipMessage invite) {
        return invite.with("P-Asserted-Identity", "<sip:+4930777@demo.parley.test>")
                .with("Privacy", "id");
    }

    private static SipMessage register(RawPhone phone, Account account, int seconds) {
        return phone.request("REGISTER", "sip:" + account.domain(), account.uri(), 1)
                .replacing("To", "<" + account.uri() + ">")
                .with("Expires", String.valueOf(seconds));
    }

    private static SipMessage refusal(SipMessage request, int status) {
        return SipMessage.response(request, status, "Refused")
                .replacing("To", request.require("To") + ";tag=" + RawPhone.token());
    }

    /** The call, which is then refused. */
    private SipMessage next() throws Exception {
        LoneEdge.CallControl one = whoHasIt();
        SipMessage told = one.receives();
        one.answers(told, refusal(told, 486));
        return told;
    }

    private LoneEdge.CallControl whoHasIt() {
        return await("a call-control has the call")
                .atMost(RawPhone.PATIENCE)
                .until(
                        () -> edge.callControl(0).hasReceived() ? edge.callControl(0) : edge.callControl(1),
                        LoneEdge.CallControl::hasReceived);
    }

    private LoneEdge.CallControl other(LoneEdge.CallControl one) {
        return one == edge.callControl(0) ? edge.callControl(1) : edge.callControl(0);
    }
}
