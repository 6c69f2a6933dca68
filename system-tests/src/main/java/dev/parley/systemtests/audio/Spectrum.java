package dev.parley.systemtests.audio;

/** The discrete Fourier transform, as far as comparing sounds needs it. */
final class Spectrum {
    private final double[] real;
    private final double[] imaginary;

    private Spectrum(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** A long sound in which short ones are looked for. */
    static final class Field {
        private final int size;
        private final Spectrum heard;

        /** @param longest the length of the longest sound that is looked for */
        Field(short[] heard, int longest) {
            this.size = Integer.highestOneBit(Math.max(1, longest + heard.length)) * 2;
            this.heard = of(heard, size);
        }

        /** For each place from the beginning on, the sum of the products of what was heard with {@code known} laid upon it. */
        double[] products(short[] known) {
            Spectrum one = of(known, size);
            for (int i = 0; i < size; i++) {
                double real = heard.real[i] * one.real[i] + heard.imaginary[i] * one.imaginary[i];
                double imaginary = heard.imaginary[i] * one.real[i] - heard.real[i] * one.imaginary[i];
                one.real[i] = real / size;
                // The transform of the conjugate is the way back.
                one.imaginary[i] = -imaginary / size;
            }
            one.transform();
            return one.real;
        }
    }

    private static Spectrum of(short[] samples, int size) {
        double[] real = new double[size];
        for (int i = 0; i < samples.length; i++) {
            real[i] = samples[i];
        }
        Spectrum spectrum = new Spectrum(real, new double[size]);
        spectrum.transform();
        return spectrum;
    }

    private void transform() {
        int size = real.length;
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int length = 2; length <= size; length <<= 1) {
            butterflies(length);
        }
    }

    private void butterflies(int length) {
        int half = length / 2;
        for (int k = 0; k < half; k++) {
            double cosine = Math.cos(-2 * Math.PI * k / length);
            double sine = Math.sin(-2 * Math.PI * k / length);
            for (int at = k; at < real.length; at += length) {
                int there = at + half;
                double re = real[there] * cosine - imaginary[there] * sine;
                double im = real[there] * sine + imaginary[there] * cosine;
                real[there] = real[at] - re;
                imaginary[there] = imaginary[at] - im;
                real[at] += re;
                imaginary[at] += im;
            }
        }
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
