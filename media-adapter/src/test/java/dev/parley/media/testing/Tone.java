package dev.parley.media.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;

/** Sine tones: made, written down, measured. All at 8 kHz. */
public final class Tone {
    public static final int RATE = 8000;
    public static final int PROMPT = 700;
    public static final int OTHER_PROMPT = 1700;
    private static final double AMPLITUDE = 4000;
    /** 100 ms: tones that are multiples of 10 Hz fall between each other's windows. */
    private static final int WINDOW = 800;

    private Tone() {}

    static short sample(int hertz, long index) {
        return (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * hertz * index / RATE));
    }

    /**
     * The level of one frequency in dB relative to a tone as it was sent: 0 is heard in full. The median of all windows:
     * a late packet on a busy machine breaks the phase of one window and not the result.
     */
    public static double level(short[] samples, int hertz) {
        double[] levels = levels(samples, hertz);
        return levels.length == 0 ? Double.NEGATIVE_INFINITY : levels[levels.length / 2];
    }

    /** The level in the loudest window: whether it was heard at any time. */
    public static double peak(short[] samples, int hertz) {
        double[] levels = levels(samples, hertz);
        return levels.length == 0 ? Double.NEGATIVE_INFINITY : levels[levels.length - 1];
    }

    /** How loud a part is, whatever it is, relative to a tone as it was sent. */
    public static double energy(short[] samples, int from, int count) {
        double squares = IntStream.range(from, from + count)
                .mapToDouble(i -> (double) samples[i] * samples[i])
                .sum();
        return 20 * Math.log10(Math.max(1e-3, Math.sqrt(2 * squares / count)) / AMPLITUDE);
    }

    private static double[] levels(short[] samples, int hertz) {
        return IntStream.range(0, samples.length / WINDOW)
                .mapToDouble(window -> level(samples, window * WINDOW, hertz))
                .sorted()
                .toArray();
    }

    private static double level(short[] samples, int from, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double one = 0;
        double two = 0;
        for (int i = from; i < from + WINDOW; i++) {
            double next = samples[i] + coefficient * one - two;
            two = one;
            one = next;
        }
        double power = one * one + two * two - coefficient * one * two;
        double amplitude = 2 * Math.sqrt(Math.max(0, power)) / WINDOW;
        return 20 * Math.log10(Math.max(amplitude, 1e-3) / AMPLITUDE);
    }

    public static byte[] wav(int hertz, Duration length) {
        int samples = (int) (length.toMillis() * RATE / 1000);
        var wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort(sample(hertz, i));
        }
        return wav.array();
    }
}
