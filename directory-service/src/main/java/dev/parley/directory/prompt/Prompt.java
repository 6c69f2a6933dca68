package dev.parley.directory.prompt;

import java.time.Duration;
import java.time.Instant;

/**
 * A prompt, without its sound.
 *
 * @param size of the WAV file, in bytes
 */
record Prompt(PromptId id, long revision, int size, Instant created, Instant updated) {
    private static final int HEADER = 44;
    private static final int BYTES_PER_SECOND = 2 * WavFile.RATE;

    Duration length() {
        return Duration.ofMillis(1000L * (size - HEADER) / BYTES_PER_SECOND);
    }
}
