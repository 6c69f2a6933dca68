package dev.parley.systemtests.audio;

import java.util.List;

/**
 * A pure tone that tells one speaker from another.
 *
 * <p>All are primes: neither harmonics nor their aliases at 8 kHz fall on another tone, so that what a codec adds to one
 * (−38 dB in all for G.711) is not taken for another. They keep 80 Hz of distance and stay away from the keypad's.
 */
public record Tone(int hertz) {
    /** A tenth of full scale: ten speakers at once do not clip. */
    public static final int AMPLITUDE = 3276;

    public static final List<Tone> ALL = List.of(
                    383, 463, 547, 1031, 1129, 1277, 1423, 1567, 1709, 1811, 1931, 2069, 2213, 2371, 2503, 2647, 2789,
                    2903, 3037, 3163)
            .stream()
            .map(Tone::new)
            .toList();

    /** The n-th tone, over and over. */
    public static Tone of(int index) {
        return ALL.get(Math.floorMod(index, ALL.size()));
    }

    @Override
    public String toString() {
        return hertz + " Hz";
    }
}
