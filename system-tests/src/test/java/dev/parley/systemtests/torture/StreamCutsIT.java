package dev.parley.systemtests.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.wire.Credentials;
import dev.parley.systemtests.wire.Exchange;
import dev.parley.systemtests.wire.HonestMessages;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.World;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TCP keeps no bounds (RFC 3261 §18.3): wherever a message is cut, and with whatever it comes, it is the same message. */
@DisplayName("SIP over TCP, cut anywhere")
class StreamCutsIT {
    private static final Path DEMO = Path.of(System.getProperty("parley.world", "../.parley/demo.json"));
    private static final long SEED = Long.getLong("parley.torture.seed", 20_261_129L);
    private static final int ROUNDS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Account CALLER = WireTenant.account(0);

    private World world;
    private SystemState state;
    private WireTenant tenant;
    private List<String> before;

    @BeforeEach
    void begin() {
        world = World.read(DEMO);
        state = new SystemState(
                world, DEMO.toAbsolutePath().getParent().getParent().normalize());
        before = state.mediaCalls();
        tenant = new WireTenant(world, List.of(CALLER.user(), "850"));
    }

    @AfterEach
    void end() {
        tenant.close();
        await("no call remains")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(state.mediaCalls()).isSubsetOf(before));
    }

    private Wire wire() {
        return Wire.tcp(Address.of("127.0.83.1", 0), world.sip().address());
    }

    /** Requests that get one final answer each, without credentials: 200, 401 and 407. */
    private static List<SipMessage> requests(Wire wire) {
        HonestMessages honest = new HonestMessages(wire);
        SipMessage invite = honest.invite(CALLER, WireTenant.ROOM);
        SipMessage options = new SipMessage(
                        invite.start().replace("INVITE", "OPTIONS"),
                        invite.without("Content-Type").headers(),
                        "")
                .replacing("CSeq", "1 OPTIONS")
                .replacing("Call-ID", invite.callId() + "-options");
        return List.of(options, honest.register(CALLER, 60), invite);
    }

    private static byte[] joined(List<SipMessage> messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        messages.forEach(message -> all.writeBytes(message.bytes()));
        return all.toByteArray();
    }

    /** The final answers by method, as they come. */
    private static List<String> answers(Wire wire, int count) {
        List<String> answers = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (answers.size() < count && System.nanoTime() < deadline && !wire.isClosed()) {
            Optional<SipMessage> came = wire.receive(PATIENCE);
            came.filter(it -> !it.isRequest() && it.status() >= 200)
                    .ifPresent(it -> answers.add(it.method() + " " + it.status()));
        }
        return answers;
    }

    @Test
    void severalMessagesInOneSegment() {
        try (Wire wire = wire()) {
            List<SipMessage> many = new ArrayList<>(requests(wire));
            many.addAll(requests(wire));
            wire.send(joined(many));

            assertThat(answers(wire, many.size()))
                    .containsExactlyInAnyOrder(
                            "OPTIONS 200", "REGISTER 401", "INVITE 407", "OPTIONS 200", "REGISTER 401", "INVITE 407");
        }
    }

    @Test
    void cutAnywhere() {
        for (int round = 0; round < ROUNDS; round++) {
            try (Wire wire = wire()) {
                byte[] all = joined(requests(wire));
                sendCut(wire, all, new Random(SEED + round));
                assertThat(answers(wire, 3))
                        .as("seed %d", SEED + round)
                        .containsExactlyInAnyOrder("OPTIONS 200", "REGISTER 401", "INVITE 407");
            }
        }
    }

    private static void sendCut(Wire wire, byte[] all, Random random) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(all.length));
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            cuts.add(1 + random.nextInt(all.length - 1));
        }
        int from = 0;
        for (int cut : cuts) {
            wire.send(Arrays.copyOfRange(all, from, cut));
            from = cut;
        }
    }

    @Test
    void byteByByte() {
        try (Wire wire = wire()) {
            for (byte one : joined(requests(wire))) {
                wire.send(new byte[] {one});
            }
            assertThat(answers(wire, 3)).containsExactlyInAnyOrder("OPTIONS 200", "REGISTER 401", "INVITE 407");
        }
    }

    @Test
    void aCallIsMadeWhateverIsCut() {
        Random random = new Random(SEED);
        try (Wire wire = wire()) {
            byte[] bare =
                    new HonestMessages(wire).invite(CALLER, WireTenant.ROOM).bytes();
            SipMessage challenge =
                    new Exchange(wire).ask(bare, PATIENCE, PATIENCE).orElseThrow();
            byte[] invite = Credentials.added(bare, challenge, CALLER);
            int cut = 1 + random.nextInt(invite.length - 1);
            wire.send(Arrays.copyOf(invite, cut));
            Exchange exchange = new Exchange(wire);

            Optional<SipMessage> answer =
                    exchange.ask(Arrays.copyOfRange(invite, cut, invite.length), PATIENCE, PATIENCE);

            assertThat(answer).hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(200));
            assertThat(exchange.goodbye()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVITE", "REGISTER", "OPTIONS"})
    void aConnectionThatEndsWithinAMessageLeavesNothing(String method) throws Exception {
        long transactions = state.transactions();
        for (int round = 0; round < ROUNDS; round++) {
            try (Wire wire = wire()) {
                byte[] whole = requests(wire).stream()
                        .filter(it -> it.method().equals(method))
                        .findFirst()
                        .orElseThrow()
                        .bytes();
                wire.send(Arrays.copyOf(whole, 1 + new Random(SEED + round).nextInt(whole.length - 1)));
            }
        }
        await("transactions are gone")
                .atMost(PATIENCE.multipliedBy(3))
                .untilAsserted(() -> assertThat(state.transactions()).isLessThanOrEqualTo(transactions + 5));
        try (Wire wire = wire()) {
            wire.send(joined(requests(wire)));
            assertThat(answers(wire, 3)).hasSize(3);
        }
    }
}
