package dev.parley.systemtests.audio;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How loud each tone is in a stretch of sound, in dB relative to {@link Tone#AMPLITUDE}.
 *
 * <p>One Goertzel filter a tone over a Hann window: a second of sound tells tones apart that are 4 Hz from each other.
 */
public final class Levels {
    /** Louder than this is heard. */
    public static final double HEARD = -6;

    /** Softer than this is not heard; between the two something is wrong either way. */
    public static final double NOT_HEARD = -45;

    /** As low as is told: nothing at all. */
    public static final double FLOOR = -99;

    private final Map<Integer, Double> byHertz;

    private Levels(Map<Integer, Double> byHertz) {
        this.byHertz = byHertz;
    }

    public static Levels none() {
        return new Levels(Map.of());
    }

    public static Levels of(short[] samples, int rate, Collection<Tone> tones) {
        Map<Integer, Double> levels = new TreeMap<>();
        double[] windowed = hann(samples);
        for (Tone tone : tones) {
            levels.put(tone.hertz(), decibel(goertzel(windowed, rate, tone.hertz()), samples.length));
        }
        return new Levels(levels);
    }

    /** How loud the tone is in the loudest tenth of a second. */
    public static double loudest(short[] samples, int rate, Tone tone) {
        int window = rate / 10;
        double loudest = FLOOR;
        for (int at = 0; at + window <= samples.length; at += window / 2) {
            short[] part = Arrays.copyOfRange(samples, at, at + window);
            loudest = Math.max(loudest, of(part, rate, List.of(tone)).of(tone));
        }
        return loudest;
    }

    public double of(Tone tone) {
        return byHertz.getOrDefault(tone.hertz(), FLOOR);
    }

    /** The louder of the two, tone by tone. */
    public Levels orLouder(Levels other) {
        Map<Integer, Double> louder = new TreeMap<>(byHertz);
        other.byHertz.forEach((hertz, level) -> louder.merge(hertz, level, Math::max));
        return new Levels(louder);
    }

    private static double[] hann(short[] samples) {
        double[] windowed = new double[samples.length];
        Arrays.setAll(windowed, i -> samples[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / samples.length)));
        return windowed;
    }

    // The magnitude of one frequency's component.
    private static double goertzel(double[] samples, int rate, double hertz) {
        double turn = 2 * Math.PI * hertz / rate;
        double coefficient = 2 * Math.cos(turn);
        double before = 0;
        double last = 0;
        for (double sample : samples) {
            double now = sample + coefficient * last - before;
            before = last;
            last = now;
        }
        return Math.sqrt(last * last + before * before - coefficient * last * before);
    }

    private static double decibel(double magnitude, int samples) {
        // A sine of amplitude A gives A·N/2, halved once more by the window.
        double amplitude = samples == 0 ? 0 : magnitude * 4 / samples;
        return Math.max(FLOOR, 20 * Math.log10(amplitude / Tone.AMPLITUDE));
    }

    @Override
    public String toString() {
        return byHertz.toString();
    }
}
