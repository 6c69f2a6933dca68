package dev.parley.contracts.directory;

import java.util.Optional;

/**
 * What a conference room is like (R7).
 *
 * @param pinHash {@link PinHash} of the PIN; none: the room is open to all who reach it
 * @param moderatorPinHash {@link PinHash} of the moderator PIN; only with a PIN (R4)
 * @param maxMembers how many may be in at once
 * @param dynamic opened by its administrator (R15); {@code moderatorPinHash} is the administrator's password
 * @param manners how it goes in there; none from writers that knew of none: {@link RoomManners#DEFAULT}
 */
public record ConferenceOptions(
        Optional<String> pinHash,
        Optional<String> moderatorPinHash,
        int maxMembers,
        boolean dynamic,
        Optional<RoomManners> manners) {
    public static final int DEFAULT_MAX_MEMBERS = 100;

    public ConferenceOptions {
        if (maxMembers < 1) {
            throw new IllegalArgumentException("Expected the field 'maxMembers' to be at least 1");
        }
    }

    /** A room with default manners. */
    public ConferenceOptions(
            Optional<String> pinHash, Optional<String> moderatorPinHash, int maxMembers, boolean dynamic) {
        this(pinHash, moderatorPinHash, maxMembers, dynamic, Optional.empty());
    }
}
