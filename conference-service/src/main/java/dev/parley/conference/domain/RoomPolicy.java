package dev.parley.conference.domain;

import java.time.Duration;

/**
 * The settings of a room as they are when somebody arrives (R7).
 *
 * @param pinRequired whether a PIN is asked for before anybody is let in (R3)
 * @param seats how many may be in at once; at least 1
 * @param musicWhenAlone whether who is alone hears music instead of silence
 * @param language of the prompts, BCP 47
 * @param pinTries how many entries a caller has
 * @param pinSilence how long an entry may rest before it counts as a failed one
 */
public record RoomPolicy(
        boolean pinRequired, int seats, boolean musicWhenAlone, String language, int pinTries, Duration pinSilence) {
    public RoomPolicy {
        if (seats < 1 || pinTries < 1) {
            throw new IllegalArgumentException("Expected at least one seat and one try");
        }
    }
}
