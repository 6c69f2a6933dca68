package dev.parley.directory.prompt;

/**
 * Changes how often sound is sampled, and nothing else: a sinc filter under a Kaiser window, as J. O. Smith describes it
 * ("Digital Audio Resampling"). What lies above half of the lower rate is taken away before it can fold back.
 */
final class Resampling {
    /** On each side; more is steeper and slower. */
    private static final int ZERO_CROSSINGS = 32;
    /** Between two zero crossings; what lies in between is interpolated. */
    private static final int STEPS = 512;
    /** How far up the pass band goes, as part of what the lower rate can carry. */
    private static final double PASS = 0.95;
    /** About 90 dB down in the stop band. */
    private static final double KAISER_BETA = 9;

    private static final double[] FILTER = filter();

    private Resampling() {}

    static Sound to(int rate, Sound sound) {
        if (sound.rate() == rate) {
            return sound;
        }
        float[] from = sound.samples();
        double step = (double) sound.rate() / rate;
        double cutoff = PASS * Math.min(1, 1 / step);
        float[] to = new float[(int) Math.round(from.length / step)];
        for (int at = 0; at < to.length; at++) {
            to[at] = at(from, at * step, cutoff);
        }
        return new Sound(to, rate);
    }

    private static float at(float[] from, double time, double cutoff) {
        double reach = ZERO_CROSSINGS / cutoff;
        int first = Math.max(0, (int) Math.ceil(time - reach));
        int last = Math.min(from.length - 1, (int) Math.floor(time + reach));
        double sum = 0;
        for (int near = first; near <= last; near++) {
            sum += from[near] * weight(Math.abs(time - near) * cutoff);
        }
        return (float) (sum * cutoff);
    }

    private static double weight(double crossings) {
        double place = crossings * STEPS;
        int before = (int) place;
        if (before >= FILTER.length - 1) {
            return 0;
        }
        double part = place - before;
        return FILTER[before] * (1 - part) + FILTER[before + 1] * part;
    }

    private static double[] filter() {
        double[] filter = new double[ZERO_CROSSINGS * STEPS + 1];
        for (int at = 0; at < filter.length; at++) {
            double x = (double) at / STEPS;
            double sinc = at == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double edge = x / ZERO_CROSSINGS;
            filter[at] = sinc * bessel(KAISER_BETA * Math.sqrt(1 - edge * edge)) / bessel(KAISER_BETA);
        }
        return filter;
    }

    /** The modified Bessel function I₀, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int n = 1; term > sum * 1e-12; n++) {
            term *= x / (2 * n) * (x / (2 * n));
            sum += term;
        }
        return sum;
    }
}
