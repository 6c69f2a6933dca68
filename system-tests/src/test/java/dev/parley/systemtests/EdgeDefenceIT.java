package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An edge as strict as it is delivered: guesses, floods, foreign pages and inside addresses")
class EdgeDefenceIT {
    private static final int GUESSES_BY_SOURCE = 60;
    /** Three times what is allowed in two seconds: pike is sure to see it. */
    private static final int FLOOD = 600;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private LoneEdge edge;
    private RawPhone carrier;

    @BeforeEach
    void meet() throws Exception {
        system = new RunningSystem(folder);
        edge = new LoneEdge(system, 1);
        World.Trunk pstn = system.world().trunk("pstn");
        carrier = new RawPhone(edge.address(), pstn.host(), pstn.port());
    }

    @AfterEach
    void part() throws Exception {
        carrier.close();
        edge.close();
        system.close();
    }

    /** One password over many accounts: each account is tried once only, the source many times. */
    @Test
    void whoSpraysIsShutOutAndNobodyElse() {
        Account known = system.world().tenant("demo").account("801");
        try (RawPhone colleague = new RawPhone(edge.address(), "127.0.0.80", 0);
                RawPhone sprayer = new RawPhone(edge.address(), "127.0.0.81", 0)) {
            for (int i = 0; i < GUESSES_BY_SOURCE; i++) {
                Account guessed = new Account("9" + i, known.domain(), "12345");
                assertThat(sprayer.exchangeAs(guessed, query(sprayer, guessed, i * 2 + 1))
                                .status())
                        .isEqualTo(403);
            }

            assertThat(sprayer.exchangeAs(known, query(sprayer, known, 901)).status())
                    .as("the right password comes too late")
                    .isEqualTo(403);
            assertThat(colleague.exchangeAs(known, query(colleague, known, 1)).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void whoFloodsIsNotHeardAndOthersAre() {
        try (RawPhone flooder = new RawPhone(edge.address(), "127.0.0.82", 0);
                RawPhone other = new RawPhone(edge.address(), "127.0.0.83", 0)) {
            for (int i = 1; i <= FLOOD; i++) {
                flooder.send(options(flooder, i));
            }
            SipMessage late = options(flooder, FLOOD + 1);
            flooder.send(late);

            assertThat(flooder.await(
                            it -> !it.isRequest() && it.require("CSeq").equals(late.require("CSeq")),
                            Duration.ofSeconds(1)))
                    .isEmpty();
            assertThat(other.exchange(options(other, 1)).status()).isEqualTo(200);
        }
    }

    @Test
    void aScannerIsNotHeard() {
        try (RawPhone scanner = new RawPhone(edge.address(), "127.0.0.84", 0)) {
            scanner.send(options(scanner, 1).with("User-Agent", "friendly-scanner"));

            assertThat(scanner.await(it -> !it.isRequest(), Duration.ofSeconds(1)))
                    .isEmpty();
            assertThat(scanner.exchange(options(scanner, 2)).status()).isEqualTo(200);
        }
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

    private static SipMessage options(RawPhone phone, int cseq) {
        return phone.request("OPTIONS", "sip:demo.parley.test", "sip:x@y", cseq);
    }

    /** A REGISTER that changes nothing. */
    private static SipMessage query(RawPhone phone, Account account, int cseq) {
        return phone.request("REGISTER", "sip:" + account.domain(), account.uri(), cseq)
                .replacing("To", "<" + account.uri() + ">")
                .without("Contact");
    }
}
