package dev.parley.systemtests.audio;

/** The discrete Fourier transform, as far as comparing sounds needs it. */
final class Spectrum {
    private final double[] real;
    private final double[] imaginary;

    private Spectrum(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** For each place in {@code heard} from its beginning on, the sum of its products with {@code known} laid upon it. */
    static double[] correlate(short[] known, short[] heard) {
        int size = Integer.highestOneBit(Math.max(1, known.length + heard.length)) * 2;
        Spectrum one = of(known, size);
        Spectrum other = of(heard, size);
        for (int i = 0; i < size; i++) {
            double real = other.real[i] * one.real[i] + other.imaginary[i] * one.imaginary[i];
            double imaginary = other.imaginary[i] * one.real[i] - other.real[i] * one.imaginary[i];
            other.real[i] = real / size;
            // The transform of the conjugate is the way back.
            other.imaginary[i] = -imaginary / size;
        }
        other.transform();
        return other.real;
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
