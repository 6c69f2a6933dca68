package dev.parley.directory.security;

import dev.parley.access.KeyText;
import dev.parley.access.Scope;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key as the API shows it. */
@Schema(name = "ApiKey", description = "A key to the API. All of it is shown once, when it is made.")
record KeyView(
        @Schema(description = "The part that may be seen.", examples = "a1B2c3D4")
        String id,

        @Schema(description = "Whose things it opens; absent in an operator's key.", examples = "demo") @Nullable
        String tenant,

        @Schema(examples = "Provisioning portal") String name,

        @Schema(description = "What it may do.", examples = "[\"directory:write\"]")
        List<String> scopes,

        @Schema(format = "date-time") String created,

        @Schema(description = "Who made it.", examples = "api-key:demodemo")
        String createdBy,

        @Schema(format = "date-time", description = "Absent: it never expires.") @Nullable
        String expires,

        @Schema(format = "date-time", description = "To the minute; absent: it was never used.") @Nullable
        String lastUsed,

        @Schema(
                description = "All of the key. Only in the answer to its making; nobody can be shown it again.",
                examples = "pk_a1B2c3D4_0123456789abcdefghijklmnopqrstuvwxyzABCD")
        @Nullable
        String key) {
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
                key.created().toString(),
                key.createdBy(),
                key.expires().map(Instant::toString).orElse(null),
                key.lastUsed().map(Instant::toString).orElse(null),
                text.orElse(null));
    }

    @Override
    public String toString() {
        return "KeyView[" + id + "]";
    }

    /** A page of keys. */
    @Schema(name = "ApiKeyList", description = "A page of keys, by their ids.")
    record Page(List<KeyView> items) {}

    /** What a key is made from. */
    @Schema(name = "NewApiKey", description = "A key that is to be made. It can do no more than its maker's own.")
    record Wanted(
            @Schema(required = true, minLength = 1, maxLength = 100, examples = "Provisioning portal")
            String name,

            @Schema(
                    required = true,
                    minItems = 1,
                    uniqueItems = true,
                    description = "Any of read, write, directory:read, directory:write, conferences:read,"
                            + " conferences:write; to write is to read as well.",
                    examples = "[\"directory:write\"]")
            List<String> scopes,

            @Schema(format = "date-time", description = "Absent: it never expires.", examples = "2099-01-31T12:00:00Z")
            @Nullable
            String expires) {}
}
