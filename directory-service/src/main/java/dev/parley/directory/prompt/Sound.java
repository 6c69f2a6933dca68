package dev.parley.directory.prompt;

import java.time.Duration;

/**
 * One channel of sound.
 *
 * @param samples from -1 to 1
 * @param rate samples a second
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples; nobody compares two of them
record Sound(float[] samples, int rate) {
    Duration length() {
        return Duration.ofMillis(1000L * samples.length / rate);
    }
}
