package dev.parley.media.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.media.testing.Tone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Telephones on networks as they are. */
class JitterIT extends ThreeInAConference {
    private static final int FRAME = Tone.RATE / 50;
    private static final int FRAMES = 500;

    @Test
    void packetsThatComeUnevenlyAreHeardEvenly() {
        conference.everybodyHearsEverybody();
        middle.speaks(false);
        high.speaks(false);
        low.jitters(30);
        middle.jitters(30);
        high.jitters(30);
        await().atMost(30, SECONDS).until(() -> Tone.peak(high.heard(), low.hertz()) > -1);

        high.forget();
        await().atMost(30, SECONDS).until(() -> high.heard().length >= FRAMES * FRAME);

        short[] heard = high.heard();
        assertThat(IntStream.range(0, FRAMES)
                        .filter(frame -> Tone.energy(heard, frame * FRAME, FRAME) < -6)
                        .count())
                .as("packets of %d in which nothing is heard: without steady hops a third", FRAMES)
                .isLessThan(FRAMES / 20);
    }
}
