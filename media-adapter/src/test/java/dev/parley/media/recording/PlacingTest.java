package dev.parley.media.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Where packets belong in a recording. */
class PlacingTest {
    private static final int FRAME = 320;
    private static final int SECOND = Samples.RATE;

    private final Timeline timeline = new Timeline();

    @Test
    void theFirstPacketBeginsWhereItsSoundDid() {
        assertThat(timeline.place(packet(1, 77), SECOND)).isEqualTo(SECOND - FRAME);
    }

    @Test
    void lateAndLostAndSwappedPacketsAreWhereTheirOwnClockSays() {
        long start = timeline.place(packet(1, 0), FRAME);

        assertThat(timeline.place(packet(1, 2 * FRAME), 5 * FRAME)).isEqualTo(start + 2 * FRAME);
        assertThat(timeline.place(packet(1, FRAME), 5 * FRAME)).isEqualTo(start + FRAME);
        assertThat(timeline.place(packet(1, 40 * FRAME), 40 * FRAME + SECOND)).isEqualTo(start + 40L * FRAME);
    }

    @Test
    void aClockThatWrapsAroundGoesOn() {
        long start = timeline.place(packet(1, -FRAME), FRAME);

        assertThat(timeline.place(packet(1, 0), 2 * FRAME)).isEqualTo(start + FRAME);
    }

    @Test
    void anotherStreamAndAClockThatJumpsAreSetByTheirArrival() {
        timeline.place(packet(1, 0), FRAME);

        assertThat(timeline.place(packet(2, 123_456), 10 * SECOND)).isEqualTo(10L * SECOND - FRAME);
        assertThat(timeline.place(packet(2, 987_654_321), 11 * SECOND)).isEqualTo(11L * SECOND - FRAME);
    }

    @RepeatedTest(200)
    void noPacketIsEverFarFromTheTimeItCame(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        long arrived = 0;
        for (int i = 0; i < 200; i++) {
            arrived += random.nextInt(2 * SECOND);
            long place = timeline.place(packet(random.nextInt(2), random.nextInt()), arrived);
            assertThat(place).isBetween(Math.max(0, arrived - FRAME - 2L * SECOND), arrived + 2L * SECOND);
        }
    }

    private static RtpPacket packet(int ssrc, int timestamp) {
        return new RtpPacket(ssrc, timestamp, Samples.of(new short[FRAME]));
    }
}
