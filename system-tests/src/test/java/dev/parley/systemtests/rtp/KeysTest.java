package dev.parley.systemtests.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Keypad;
import dev.parley.systemtests.audio.Tone;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysTest {
    private final List<RtpPacket> wire = new ArrayList<>();
    private final Mouth mouth = new Mouth(AudioSource.tone(Tone.of(0)), wire::add);

    @Test
    void aKeyIsOneEventThatGrowsAndEndsThreeTimes() {
        mouth.open(true);
        mouth.pressInEvents('#');
        ticks(8);

        assertThat(wire).extracting(RtpPacket::payloadType).containsOnly(101);
        assertThat(wire)
                .extracting(RtpPacket::timestamp)
                .containsOnly(wire.getFirst().timestamp());
        assertThat(wire)
                .extracting(RtpPacket::marker)
                .containsExactly(true, false, false, false, false, false, false, false);
        assertThat(wire).extracting(packet -> packet.payload()[0]).containsOnly((byte) 11);
        assertThat(wire).extracting(KeysTest::duration).containsExactly(160, 320, 480, 640, 800, 800, 800, 800);
        assertThat(wire)
                .extracting(KeysTest::ends)
                .containsExactly(false, false, false, false, false, true, true, true);
    }

    @Test
    void audioGoesOnWithTheTimeThatTheKeyTook() {
        mouth.open(true);
        ticks(1);
        mouth.pressInEvents('5');
        ticks(9);

        RtpPacket before = wire.getFirst();
        RtpPacket after = wire.getLast();
        assertThat(after.payloadType()).isZero();
        assertThat(after.timestamp() - before.timestamp()).isEqualTo(9 * 160);
        assertThat(after.sequence() - before.sequence() & 0xFFFF).isEqualTo(9);
    }

    @Test
    void theSameKeyTwiceIsTwoEvents() {
        mouth.open(true);
        mouth.pressInEvents('1');
        mouth.pressInEvents('1');
        ticks(24);

        assertThat(wire.stream()
                        .filter(packet -> packet.payloadType() == 101)
                        .map(RtpPacket::timestamp)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void aClosedMouthSaysNothing() {
        ticks(5);

        assertThat(wire).isEmpty();
    }

    @Test
    void everyKeyHasItsEvent() {
        assertThat("0123456789*#ABCD".chars().map(key -> Keypad.event((char) key)))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void aPacketIsReadAsItWasWritten() {
        RtpPacket sent = new RtpPacket(101, true, 65_535, 4_000_000_000L, -7, new byte[] {1, 2, 3});

        RtpPacket read = RtpPacket.parse(sent.bytes()).orElseThrow();

        assertThat(read).usingRecursiveComparison().isEqualTo(sent);
        assertThat(RtpPacket.parse(ByteBuffer.wrap(new byte[11]))).isEmpty();
    }

    private void ticks(int count) {
        for (int i = 0; i < count; i++) {
            mouth.tick();
        }
    }

    private static int duration(RtpPacket packet) {
        return ByteBuffer.wrap(packet.payload()).getShort(2);
    }

    private static boolean ends(RtpPacket packet) {
        return (packet.payload()[1] & 0x80) != 0;
    }
}
