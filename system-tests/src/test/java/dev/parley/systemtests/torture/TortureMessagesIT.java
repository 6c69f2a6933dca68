package dev.parley.systemtests.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.torture.TortureMessage.Sender;
import dev.parley.systemtests.wire.Credentials;
import dev.parley.systemtests.wire.Exchange;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.MediaProbe;
import dev.parley.systemtests.world.World;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * All 49 messages of RFC 4475, each by a stranger, a telephone and a carrier, over UDP and TCP. What may be answered, and
 * why, stands in {@code rfc4475/expected.csv}.
 */
@DisplayName("RFC 4475: every torture test message gets the answer that the RFC asks for")
class TortureMessagesIT {
    private static final Path DEMO = Path.of(System.getProperty("parley.world", "../.parley/demo.json"));
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final Duration EXPECTED_SILENCE = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    // Without rport an answer goes to the port in Via (RFC 3261 §18.2.2), so that is where it is awaited.
    private static final Pattern VIA_PORT = Pattern.compile("(?im)^(?:Via|v)\\s*:\\s*SIP\\S+\\s+[\\w.-]+:(\\d+)");
    private static final int SIP_PORT = 5060;
    private static final Account CALLER = WireTenant.account(0);

    private static World world;
    private static WireTenant tenant;
    private static List<String> before;

    @BeforeAll
    static void begin() {
        world = World.read(DEMO);
        before = new MediaProbe(world).calls();
        tenant = new WireTenant(world, List.of(WireTenant.user(0)));
    }

    @AfterAll
    static void end() {
        tenant.close();
        await("no call remains")
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(new MediaProbe(world).calls()).isSubsetOf(before));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rfc4475/expected.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void byAStranger(ArgumentsAccessor row) {
        TortureMessage message = TortureMessage.of(row);
        assertAnswered(message, Sender.STRANGER, _ -> message.bytes());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rfc4475/expected.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void byAPhone(ArgumentsAccessor row) {
        TortureMessage message = TortureMessage.of(row);
        assertAnswered(message, Sender.PHONE, call -> Adaptation.toPhone(message, CALLER, call));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/rfc4475/expected.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void byATrunk(ArgumentsAccessor row) {
        TortureMessage message = TortureMessage.of(row);
        assertAnswered(message, Sender.TRUNK, call -> Adaptation.toTrunk(message, call));
    }

    private static void assertAnswered(TortureMessage message, Sender sender, Function<String, byte[]> request) {
        String datagram = outcome(message, sender, request.apply(sender.name().charAt(0) + "u-"), false);
        String stream = outcome(message, sender, request.apply(sender.name().charAt(0) + "t-"), true);
        assertThat(datagram)
                .as("%s by a %s over UDP; %s over TCP", message, sender, stream)
                .isIn(message.allowed(sender, false));
        assertThat(stream).as("%s by a %s over TCP", message, sender).isIn(message.allowed(sender, true));
    }

    private static String outcome(TortureMessage message, Sender sender, byte[] bytes, boolean overStream) {
        Answered first = ask(message, sender, bytes, overStream);
        boolean challenged = first.status.equals("401") || first.status.equals("407");
        if (!challenged || sender != Sender.PHONE || message.keeps("credentials")) {
            return first.status;
        }
        return ask(message, sender, Credentials.added(bytes, first.answer.orElseThrow(), CALLER), overStream).status;
    }

    /** @param status or {@code closed}, or {@code -} */
    private record Answered(String status, Optional<SipMessage> answer) {}

    private static Answered ask(TortureMessage message, Sender sender, byte[] bytes, boolean overStream) {
        InetSocketAddress edge = world.sip().address();
        InetSocketAddress local = Address.of(sender.host(), overStream ? 0 : viaPort(bytes));
        Duration silence = message.allowed(sender, overStream).equals(List.of("-")) ? EXPECTED_SILENCE : SILENCE;
        try (Wire wire = overStream ? Wire.tcp(local, edge) : Wire.udp(local, edge)) {
            Optional<SipMessage> answer = new Exchange(wire).ask(bytes, silence, LIMIT);
            String none = wire.isClosed() ? "closed" : "-";
            return new Answered(answer.map(it -> String.valueOf(it.status())).orElse(none), answer);
        }
    }

    private static int viaPort(byte[] bytes) {
        var port = VIA_PORT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        return port.find() ? Integer.parseInt(port.group(1)) : SIP_PORT;
    }
}
