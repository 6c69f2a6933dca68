package dev.parley.contracts.directory;

import java.util.Optional;

/**
 * What a conference room is like (R7).
 *
 * @param pinHash {@link PinHash} of the PIN; none: the room is open to all who reach it
 * @param moderatorPinHash {@link PinHash} of the moderator PIN; only with a PIN (R4)
 * @param maxMembers how many may be in at once
 * @param dynamic opened by its administrator (R15); {@code moderatorPinHash} is the administrator's password
 */
public record ConferenceOptions(
        Optional<String> pinHash, Optional<String> moderatorPinHash, int maxMembers, boolean dynamic) {
    public static final int DEFAULT_MAX_MEMBERS = 100;

    public ConferenceOptions {
        if (maxMembers < 1) {
            throw new IllegalArgumentException("Expected the field 'maxMembers' to be at least 1");
        }
    }
}
