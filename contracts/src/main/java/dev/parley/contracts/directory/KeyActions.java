package dev.parley.contracts.directory;

import java.util.Set;

/** What a key map may let keys do: the values of {@link DirectoryEntry.KeyMapEntry#keys()}. conference-service is held against it. */
public final class KeyActions {
    public static final Set<String> NAMES = Set.of(
            "mute_self",
            "invite",
            "drop_invited",
            "consult",
            "head_count",
            "drop_last",
            "mute_all",
            "unmute_all",
            "lock",
            "unlock",
            "toggle_lock",
            "start_recording",
            "stop_recording",
            "toggle_recording",
            "end_conference");

    private KeyActions() {}
}
