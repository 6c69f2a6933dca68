package dev.parley.systemtests.audio;

import java.util.List;

/**
 * A pure tone that tells one speaker from another.
 *
 * <p>All are primes: neither harmonics nor their aliases at 8 kHz fall on another tone, so that what a codec adds to one
 * (−38 dB in all for G.711) is not taken for another. They keep 80 Hz of distance and stay away from the keypad's. Few
 * speakers are 250 Hz or more from each other: where one of them loses a packet, −49 dB of it are heard 80 Hz off in two
 * seconds of sound, −73 dB at 1,300 Hz.
 */
public record Tone(int hertz) {
    /** A tenth of full scale: ten speakers at once do not clip. */
    public static final int AMPLITUDE = 3276;

    /** Those next to each other are far from each other in pitch. */
    public static final List<Tone> ALL = List.of(
                    383, 1709, 2503, 1031, 2069, 1423, 2903, 463, 1811, 2647, 1129, 2213, 1567, 3037, 1931, 2371, 1277,
                    547, 2789, 3163)
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
