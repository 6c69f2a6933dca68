package dev.parley.systemtests.audio;

import java.nio.file.Path;
import java.util.Arrays;

/** A sound, such as a prompt, that is found again in what a phone has heard, however loud and whenever it was. */
public final class KnownSound {
    /** From this likeness on it is the same; other prompts, and noise, stay far below. */
    public static final double SAME = 0.8;

    private static final int COARSE = 4;
    private static final int AROUND = 2 * COARSE;

    private final float[] sound;
    private final float[] coarse;

    private KnownSound(float[] sound) {
        this.sound = sound;
        this.coarse = thinned(sound, COARSE);
    }

    /** As it stands in a file of any multiple of 8,000 samples a second. */
    public static KnownSound read(Path file) {
        Wav wav = Wav.read(file);
        return new KnownSound(thinned(floats(wav.samples()), wav.rate() / AudioSource.RATE));
    }

    /** @param samples 8,000 a second */
    public static KnownSound of(short[] samples) {
        return new KnownSound(floats(samples));
    }

    /** How much of the best fitting stretch is this sound, from 0 to 1. */
    public double likeness(short[] heard) {
        float[] fine = floats(heard);
        float[] rough = thinned(fine, COARSE);
        int best = 0;
        double found = -1;
        for (int at = 0; at + coarse.length <= rough.length; at++) {
            double like = correlation(coarse, rough, at);
            if (like > found) {
                found = like;
                best = at * COARSE;
            }
        }
        double likeness = 0;
        for (int at = Math.max(0, best - AROUND); at <= best + AROUND && at + sound.length <= fine.length; at++) {
            likeness = Math.max(likeness, correlation(sound, fine, at));
        }
        return likeness;
    }

    public boolean isIn(short[] heard) {
        return likeness(heard) >= SAME;
    }

    private static double correlation(float[] pattern, float[] heard, int from) {
        float product = 0;
        float ofPattern = 0;
        float ofHeard = 0;
        for (int i = 0; i < pattern.length; i++) {
            float one = pattern[i];
            float other = heard[from + i];
            product += one * other;
            ofPattern += one * one;
            ofHeard += other * other;
        }
        return ofPattern == 0 || ofHeard == 0 ? 0 : product / Math.sqrt((double) ofPattern * ofHeard);
    }

    private static float[] floats(short[] samples) {
        float[] values = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            values[i] = samples[i] / 32_768f;
        }
        return values;
    }

    /** The mean of each so many samples: one where there were many, without what is too high for that. */
    private static float[] thinned(float[] samples, int by) {
        if (by == 1) {
            return Arrays.copyOf(samples, samples.length);
        }
        float[] thin = new float[samples.length / by];
        for (int i = 0; i < thin.length; i++) {
            float sum = 0;
            for (int j = 0; j < by; j++) {
                sum += samples[i * by + j];
            }
            thin[i] = sum / by;
        }
        return thin;
    }
}
