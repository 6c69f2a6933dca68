package dev.parley.media.recording;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A name while it is said: begins with the first word, ends two seconds after the last, or when there is no more room.
 * Pure; the time comes with the samples.
 */
final class SpokenName {
    /** What is louder is speech: −40 dB of full scale; a line's noise is far below, a whisper above. */
    private static final double SPEECH = 330;
    /** Of speech there is to be so much, in samples: 100 ms. A click is no name. */
    private static final int LEAST = Samples.RATE / 10;

    private static final int PAUSE = 2 * Samples.RATE;
    private static final int MARGIN = Samples.RATE / 10;

    private final short[] heard;
    private long loud;
    private int first = -1;
    private int last;

    /** @param most how long it may be */
    SpokenName(Duration most) {
        heard = new short[Math.toIntExact(Samples.in(most))];
    }

    /** Hears on; true when the name is over. */
    boolean hears(long position, Samples samples) {
        if (position >= heard.length) {
            return true;
        }
        int start = (int) position;
        int end = Math.min(heard.length, start + samples.length());
        samples.copyTo(heard, start, end - start);
        if (samples.level() > SPEECH) {
            loud += end - start;
            first = first < 0 ? start : Math.min(first, start);
            last = Math.max(last, end);
        }
        return isOver(end);
    }

    /** Whether the name is over at a time at which nothing was heard. */
    boolean isOver(long position) {
        return position >= heard.length || (isSpoken() && position - last >= PAUSE);
    }

    /** From the first word to the last; empty when nothing was said. */
    Optional<Samples> name() {
        return isSpoken()
                ? Optional.of(Samples.of(
                        Arrays.copyOfRange(heard, Math.max(0, first - MARGIN), Math.min(heard.length, last + MARGIN))))
                : Optional.empty();
    }

    private boolean isSpoken() {
        return loud >= LEAST;
    }
}
