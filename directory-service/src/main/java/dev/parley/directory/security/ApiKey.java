package dev.parley.directory.security;

import dev.parley.access.Scope;
import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A key as the directory keeps it.
 *
 * @param id the part that may be seen
 * @param hash what is known of the rest
 * @param tenant whose things it opens; none: an operator's
 * @param name what its makers call it
 */
record ApiKey(
        String id,
        String hash,
        Optional<TenantId> tenant,
        String name,
        List<Scope> scopes,
        Instant created,
        String createdBy,
        Optional<Instant> expires,
        Optional<Instant> lastUsed) {
    static final String ENTRY_KIND = "api-key";

    ApiKey {
        scopes = List.copyOf(scopes);
    }

    ApiKeyEntry entry() {
        return new ApiKeyEntry(
                id, hash, tenant, scopes.stream().map(Scope::text).toList(), expires);
    }

    static String entryKey(String id) {
        return ENTRY_KIND + "/" + id;
    }
}
