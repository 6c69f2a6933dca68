package dev.parley.directory.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.access.KeyText;
import dev.parley.access.Scope;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as the API shows it.
 *
 * @param key all of it, in the answer to its making alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record KeyView(
        String id,
        @Nullable String tenant,
        String name,
        List<String> scopes,
        Instant created,
        String createdBy,
        @Nullable Instant expires,
        @Nullable Instant lastUsed,
        @Nullable String key) {
    static KeyView of(ApiKey key) {
        return of(key, Optional.empty());
    }

    /** The only sight of all of the key. */
    static KeyView once(ApiKey key, KeyText text) {
        return of(key, Optional.of(text.reveal()));
    }

    private static KeyView of(ApiKey key, Optional<String> text) {
        return new KeyView(
                key.id(),
                key.tenant().map(TenantId::value).orElse(null),
                key.name(),
                key.scopes().stream().map(Scope::text).toList(),
                key.created(),
                key.createdBy(),
                key.expires().orElse(null),
                key.lastUsed().orElse(null),
                text.orElse(null));
    }

    @Override
    public String toString() {
        return "KeyView[" + id + "]";
    }
}
