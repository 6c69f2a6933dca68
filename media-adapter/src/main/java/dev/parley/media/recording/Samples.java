package dev.parley.media.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** Linear audio, 16 bit, mono, at {@link #RATE}. Whoever makes one gives the array away. */
public final class Samples {
    /** Hertz: wideband telephones keep their sound, others lose nothing. */
    static final int RATE = 16_000;

    private static final long NANOS_EACH = 1_000_000_000L / RATE;

    private final short[] values;

    private Samples(short[] values) {
        this.values = values;
    }

    static Samples of(short... values) {
        return new Samples(values);
    }

    /** The payload of L16 is in network order. */
    static Samples ofLinear(ByteBuffer payload) {
        short[] values = new short[payload.remaining() / 2];
        payload.duplicate().order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(values);
        return new Samples(values);
    }

    /** How many there are in a time. */
    static long in(Duration time) {
        return time.toNanos() / NANOS_EACH;
    }

    /** How long so many take. */
    static Duration time(long count) {
        return Duration.ofNanos(count * NANOS_EACH);
    }

    int length() {
        return values.length;
    }

    short at(int index) {
        return values[index];
    }

    void copyTo(short[] target, int position, int count) {
        System.arraycopy(values, 0, target, position, count);
    }

    /** As WAV has them. */
    ByteBuffer littleEndian() {
        var bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(values);
        return bytes;
    }

    /** The effective level: 0 is silence, 32,768 the loudest there is. */
    double level() {
        double squares = 0;
        for (short value : values) {
            squares += (double) value * value;
        }
        return values.length == 0 ? 0 : Math.sqrt(squares / values.length);
    }
}
