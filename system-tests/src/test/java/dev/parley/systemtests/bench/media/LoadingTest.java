package dev.parley.systemtests.bench.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.net.Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The load itself, over sockets of this machine. */
class LoadingTest {
    private static final InetSocketAddress HERE = Address.of("127.0.0.1", 0);
    private static final long START = 1_000_000_000L;

    private final RtpLoad load = new RtpLoad();

    @AfterEach
    void end() {
        load.close();
    }

    @Test
    void twoLegsCountWhatTheySendEachOther() {
        LoadLeg one = load.open(HERE, true);
        LoadLeg other = load.open(HERE, false);
        one.connect(other.sdp().rtp());
        other.connect(one.sdp().rtp());
        load.begin(List.of(one, other));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(load.end(List.of(one, other)))
                        .extracting(LoadLeg.Received::packets)
                        .allSatisfy(packets -> assertThat(packets).isGreaterThan(20)));
    }

    @Test
    void packetsAreRtpWithGrowingNumbersAndTimes() throws IOException {
        LoadLeg leg = load.open(HERE, true);
        try (DatagramSocket far = new DatagramSocket(HERE)) {
            far.setSoTimeout(10_000);
            leg.connect((InetSocketAddress) far.getLocalSocketAddress());
            ByteBuffer first = receive(far);
            ByteBuffer second = receive(far);

            assertThat(first.remaining()).isEqualTo(12 + LoadLeg.FRAME);
            assertThat(first.get(0)).isEqualTo((byte) 0x80);
            assertThat(first.get(1)).as("PCMU").isZero();
            assertThat((short) (second.getShort(2) - first.getShort(2))).isEqualTo((short) 1);
            assertThat(second.getInt(4) - first.getInt(4)).isEqualTo(LoadLeg.FRAME);
            assertThat(second.getInt(8)).isEqualTo(first.getInt(8));
        }
    }

    private static ByteBuffer receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        return ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
    }

    /** Else the thread would go round and round because of it. */
    @Test
    void whatComesBeforeThereIsAPeerIsTakenAndNotCounted() throws IOException {
        LoadLeg leg = load.open(HERE, false);
        try (DatagramSocket far = new DatagramSocket(HERE)) {
            load.begin(List.of(leg));
            byte[] packet = new byte[172];
            far.send(new DatagramPacket(packet, packet.length, leg.sdp().rtp()));
            leg.connect((InetSocketAddress) far.getLocalSocketAddress());
            far.send(new DatagramPacket(packet, packet.length, leg.sdp().rtp()));

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(load.end(List.of(leg)))
                            .extracting(LoadLeg.Received::packets)
                            .containsExactly(1L));
        }
    }

    @Test
    void aLegThatHearsNothingHasOneLongGap() {
        LoadLeg leg = load.open(HERE, false);
        leg.begin(START);

        LoadLeg.Received received = leg.end(START + Duration.ofSeconds(1).toNanos());

        assertThat(received).isEqualTo(new LoadLeg.Received(0, 1, Duration.ofSeconds(1)));
    }
}
