package dev.parley.systemtests.audio;

/** The discrete Fourier transform, as far as comparing sounds needs it. */
final class Spectrum {
    /** Blocks stay in the processor's cache: looking for a short sound in a long one takes a fraction of one long transform. */
    private static final int SIZE = 8192;

    private static final double[] COSINES = new double[SIZE / 2];
    private static final double[] SINES = new double[SIZE / 2];

    static {
        for (int i = 0; i < SIZE / 2; i++) {
            COSINES[i] = Math.cos(-2 * Math.PI * i / SIZE);
            SINES[i] = Math.sin(-2 * Math.PI * i / SIZE);
        }
    }

    private final double[] real = new double[SIZE];
    private final double[] imaginary = new double[SIZE];

    private Spectrum() {}

    /** A long sound in which short ones are looked for. */
    static final class Field {
        private final int length;
        private final int step;
        private final Spectrum[] blocks;

        /**
         * @param longest the length of the longest sound that is looked for
         * @throws IllegalArgumentException when that is no short one
         */
        Field(short[] heard, int longest) {
            if (longest > SIZE / 2) {
                throw new IllegalArgumentException("Of %d samples; at most %d".formatted(longest, SIZE / 2));
            }
            length = heard.length;
            step = SIZE - longest;
            blocks = new Spectrum[Math.ceilDiv(length, 2 * step)];
            for (int i = 0; i < blocks.length; i++) {
                // Two blocks in one: what is looked for is real, so each stays in its own part.
                blocks[i] = new Spectrum();
                copy(heard, 2 * i * step, blocks[i].real);
                copy(heard, (2 * i + 1) * step, blocks[i].imaginary);
                blocks[i].transform();
            }
        }

        private static void copy(short[] heard, int from, double[] block) {
            for (int i = 0; i < SIZE && from + i < heard.length; i++) {
                block[i] = heard[from + i];
            }
        }

        /** For each place from the beginning on, the sum of the products of what was heard with {@code known} laid upon it. */
        double[] products(short[] known) {
            double[] products = new double[length];
            Spectrum one = new Spectrum();
            copy(known, 0, one.real);
            one.transform();
            for (int i = 0; i < blocks.length; i++) {
                Spectrum both = blocks[i].laidUpon(one);
                put(both.real, products, 2 * i * step, 1);
                // The transform of the conjugate is the way back.
                put(both.imaginary, products, (2 * i + 1) * step, -1);
            }
            return products;
        }

        private void put(double[] block, double[] products, int from, int sign) {
            for (int i = 0; i < step && from + i < length; i++) {
                products[from + i] = sign * block[i] / SIZE;
            }
        }
    }

    private Spectrum laidUpon(Spectrum known) {
        Spectrum both = new Spectrum();
        for (int i = 0; i < SIZE; i++) {
            both.real[i] = real[i] * known.real[i] + imaginary[i] * known.imaginary[i];
            both.imaginary[i] = real[i] * known.imaginary[i] - imaginary[i] * known.real[i];
        }
        both.transform();
        return both;
    }

    private void transform() {
        for (int i = 1, j = 0; i < SIZE; i++) {
            int bit = SIZE >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int length = 2; length <= SIZE; length <<= 1) {
            butterflies(length);
        }
    }

    private void butterflies(int length) {
        int half = length / 2;
        int turn = SIZE / length;
        for (int from = 0; from < SIZE; from += length) {
            for (int k = 0; k < half; k++) {
                int here = from + k;
                int there = here + half;
                double cosine = COSINES[k * turn];
                double sine = SINES[k * turn];
                double re = real[there] * cosine - imaginary[there] * sine;
                double im = real[there] * sine + imaginary[there] * cosine;
                real[there] = real[here] - re;
                imaginary[there] = imaginary[here] - im;
                real[here] += re;
                imaginary[here] += im;
            }
        }
    }

    private static void swap(double[] values, int one, int other) {
        double kept = values[one];
        values[one] = values[other];
        values[other] = kept;
    }
}
