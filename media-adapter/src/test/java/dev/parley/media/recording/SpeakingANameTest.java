package dev.parley.media.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpeakingANameTest {
    private static final int FRAME = Samples.RATE / 50;

    private final SpokenName name = new SpokenName(Duration.ofSeconds(5));
    private int frames;

    @Test
    void aNameEndsTwoSecondsAfterItsLastWordAndIsCutToWhatWasSaid() {
        assertThat(hears(50, 5)).isFalse();
        assertThat(hears(40, 3000)).isFalse();
        assertThat(hears(98, 5)).isFalse();
        assertThat(hears(3, 5)).isTrue();

        Samples said = name.name().orElseThrow();
        assertThat(said.length()).isEqualTo(40 * FRAME + 2 * Samples.RATE / 10);
        assertThat(said.at(Samples.RATE / 10)).isEqualTo((short) 3000);
    }

    @Test
    void aPauseBetweenTwoWordsEndsNothing() {
        assertThat(hears(20, 3000)).isFalse();
        assertThat(hears(60, 5)).isFalse();
        assertThat(hears(20, 3000)).isFalse();
        assertThat(name.name().orElseThrow().length()).isGreaterThanOrEqualTo(100 * FRAME);
    }

    @Test
    void whoSaysNothingHasNoName() {
        assertThat(hears(249, 100)).isFalse();
        assertThat(hears(2, 100)).isTrue();
        assertThat(name.name()).isEmpty();
    }

    @Test
    void aClickIsNoName() {
        hears(3, 20_000);
        hears(200, 5);
        assertThat(name.name()).isEmpty();
    }

    @Test
    void whoGoesOnSpeakingIsCutOff() {
        assertThat(hears(250, 3000)).isTrue();
        assertThat(name.name().orElseThrow().length()).isEqualTo(5 * Samples.RATE);
        assertThat(hears(10, 3000)).isTrue();
    }

    @Test
    void aStreamThatEndsEndsTheNameToo() {
        hears(20, 3000);
        assertThat(name.isOver(20 * FRAME + Samples.RATE)).isFalse();
        assertThat(name.isOver(20 * FRAME + 2 * Samples.RATE)).isTrue();
    }

    private boolean hears(int count, int level) {
        boolean over = false;
        short[] frame = new short[FRAME];
        Arrays.fill(frame, (short) level);
        for (int i = 0; i < count; i++) {
            over = name.hears((long) frames++ * FRAME, Samples.of(frame));
        }
        return over;
    }
}
