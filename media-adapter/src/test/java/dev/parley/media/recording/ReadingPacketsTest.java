package dev.parley.media.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPacketsTest {
    private static final String FIXED = "0001" + "00000140" + "cafe0001";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8060" + FIXED + "0102fffe",
                "80e0" + FIXED + "0102fffe",
                "8160" + FIXED + "11111111" + "0102fffe",
                "9060" + FIXED + "beef0001" + "22222222" + "0102fffe",
                "a060" + FIXED + "0102fffe" + "0002"
            })
    void samplesAreFoundBehindWhateverComesBefore(String packet) {
        RtpPacket read = RtpPacket.of(bytes(packet)).orElseThrow();

        assertThat(read.ssrc()).isEqualTo(0xcafe0001);
        assertThat(read.timestamp()).isEqualTo(320);
        assertThat(read.samples().length()).isEqualTo(2);
        assertThat(read.samples().at(0)).isEqualTo((short) 0x0102);
        assertThat(read.samples().at(1)).isEqualTo((short) -2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "8060" + FIXED,
                "4060" + FIXED + "0102",
                "80c8" + FIXED + "0102",
                "9060" + FIXED + "be",
                "9060" + FIXED + "beefffff0102",
                "a060" + FIXED + "010200ff"
            })
    void whatIsNoAudioIsLeftOut(String packet) {
        assertThat(RtpPacket.of(bytes(packet))).isEmpty();
    }

    @RepeatedTest(500)
    void nothingThatMayComeBreaksIt(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        byte[] noise = new byte[random.nextInt(60)];
        random.nextBytes(noise);

        RtpPacket.of(ByteBuffer.wrap(noise))
                .ifPresent(it -> assertThat(it.samples().length()).isLessThanOrEqualTo(noise.length / 2));
    }

    @Test
    void theLevelOfSilenceIsNone() {
        assertThat(Samples.of((short) 0, (short) 0).level()).isZero();
        assertThat(Samples.of((short) 300, (short) -300).level()).isEqualTo(300);
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }
}
