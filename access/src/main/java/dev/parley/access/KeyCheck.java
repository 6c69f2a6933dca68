package dev.parley.access;

import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds a key against what is known of it. */
public final class KeyCheck {
    /** Of no key: it is compared with where no key is known, so that the time tells nothing. */
    private static final String NO_HASH = "0".repeat(64);

    private KeyCheck() {}

    /** What the key grants; empty when it is not known, is not the one that is known, or has expired. */
    public static Optional<Grant> grant(KeyText key, Optional<ApiKeyEntry> known, Instant now) {
        boolean right = key.matches(known.map(ApiKeyEntry::hash).orElse(NO_HASH));
        return known.filter(entry -> right)
                .filter(entry -> entry.expires().map(now::isBefore).orElse(true))
                .map(KeyCheck::grantOf);
    }

    private static Grant grantOf(ApiKeyEntry entry) {
        return new Grant(
                "api-key:" + entry.id(),
                entry.tenant(),
                entry.scopes().stream().flatMap(text -> Scope.of(text).stream()).collect(Collectors.toSet()),
                entry.expires());
    }
}
