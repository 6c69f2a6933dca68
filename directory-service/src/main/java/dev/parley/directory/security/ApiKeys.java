package dev.parley.directory.security;

import dev.parley.access.Grant;
import dev.parley.access.KeyText;
import dev.parley.access.Scope;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.AuditTable;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes keys and takes them back. */
@ApplicationScoped
public class ApiKeys {
    private static final String COLLECTION = "api-keys";
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("expires", "name", "scopes"));

    private final KeyStore keys;
    private final AuditTable audit;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(KeyStore keys, AuditTable audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** What came of a wish for a key. */
    sealed interface Outcome {
        /** @param text the whole key; it is known here and now, and never again */
        record Made(ApiKey key, KeyText text) implements Outcome {}

        /** Nothing is in its way; nothing was made. */
        record Checked(ApiKey key) implements Outcome {}

        record Refused(List<Violation> violations) implements Outcome {}
    }

    /**
     * @param owner whose things it is to open; none: those of all
     * @param dry only to see whether anything is in its way
     */
    @Transactional
    Outcome make(Optional<TenantId> owner, KeyWish wish, Grant maker, boolean dry) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        List<Violation> violations = wish.violations(maker, now);
        if (!violations.isEmpty()) {
            return new Outcome.Refused(violations);
        }
        KeyText text = KeyText.random(random);
        ApiKey key = new ApiKey(
                text.id(),
                text.hash(),
                owner,
                wish.name(),
                wish.scopes().stream()
                        .flatMap(scope -> Scope.of(scope).stream())
                        .toList(),
                now,
                maker.name(),
                wish.expires(),
                Optional.empty());
        if (dry) {
            return new Outcome.Checked(key);
        }
        keys.put(key);
        audit.note(document(owner, key.id()), "created", FIELDS);
        return new Outcome.Made(key, text);
    }

    @Transactional
    boolean revoke(Optional<TenantId> owner, String id) {
        boolean removed = keys.remove(owner, id);
        if (removed) {
            audit.note(document(owner, id), "deleted", Set.of());
        }
        return removed;
    }

    Optional<ApiKey> find(Optional<TenantId> owner, String id) {
        return keys.find(owner, id);
    }

    List<ApiKey> list(Optional<TenantId> owner, String after, int most) {
        return keys.list(owner, after, most);
    }

    private static ResourceId document(Optional<TenantId> owner, String id) {
        return new ResourceId(owner.map(TenantId::value).orElse(ResourceId.OPERATOR), COLLECTION, id);
    }
}
