package dev.parley.conference.domain;

import java.time.Duration;

/**
 * The settings of a room as they are when somebody arrives (R7).
 *
 * @param pinRequired whether a PIN is asked for before anybody is let in (R3)
 * @param seats how many may be in at once; at least 1
 * @param language of the prompts, BCP 47
 * @param pinTries how many entries a caller has
 * @param pinSilence how long an entry may rest before it counts as a failed one
 */
public record RoomPolicy(
        boolean pinRequired, int seats, String language, int pinTries, Duration pinSilence, Manners manners) {
    public RoomPolicy {
        if (seats < 1 || pinTries < 1) {
            throw new IllegalArgumentException("Expected at least one seat and one try");
        }
    }

    /** Whether this caller has to enter the PIN; the owner of a local conference is known (R9). */
    boolean asksForPin(Party party) {
        return pinRequired && !manners.isOwner(party);
    }
}
