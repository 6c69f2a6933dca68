package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import java.util.Optional;

/**
 * How it goes in a conference room (R5, R6, R7).
 *
 * @param announceCallerName whether a caller is asked for a name, which all hear when it comes in
 * @param enterSound the prompt that all hear when somebody comes in; none: nothing
 * @param musicOnHoldSound what one hears while alone: a prompt of the tenant's, or {@code music}; none: silence
 * @param muteNonModerator whether those who are no moderators start muted, and only a moderator can unmute them (R6)
 * @param recordEnabled whether invited outside numbers are recorded
 * @param waitForModerator whether nobody hears anybody before a moderator is in
 * @param keyMap which key does what for a moderator: a preset ({@code default}, {@code pairs}, {@code coovox}) or the
 *     name of a {@link DirectoryEntry.KeyMapEntry} of the tenant (R5)
 */
public record RoomManners(
        boolean announceCallerName,
        Optional<String> enterSound,
        Optional<String> musicOnHoldSound,
        boolean muteNonModerator,
        boolean recordEnabled,
        EndPolicy endPolicy,
        boolean waitForModerator,
        String keyMap) {
    public static final String DEFAULT_KEY_MAP = "default";
    public static final RoomManners DEFAULT = new RoomManners(
            false, Optional.of("enter"), Optional.empty(), false, false, EndPolicy.LAST_LEAVES, false, DEFAULT_KEY_MAP);

    public RoomManners {
        Required.field(endPolicy, "endPolicy");
        Required.field(keyMap, "keyMap");
    }

    /** When a conference is over. */
    public enum EndPolicy {
        LAST_LEAVES,
        /** With the last moderator; the others are told and hung up on. */
        MODERATOR_LEAVES
    }
}
