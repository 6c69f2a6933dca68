package dev.parley.directory.security;

import dev.parley.access.Grant;
import dev.parley.access.KeyText;
import dev.parley.access.Scope;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Makes keys and takes them back. */
@ApplicationScoped
public class ApiKeys {
    private final KeyStore keys;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(KeyStore keys) {
        this.keys = keys;
    }

    /** What came of a wish for a key. */
    sealed interface Outcome {
        /** @param text the whole key; it is known here and now, and never again */
        record Made(ApiKey key, KeyText text) implements Outcome {}

        record Refused(List<Violation> violations) implements Outcome {}
    }

    /** @param owner whose things it is to open; none: those of all */
    @Transactional
    Outcome make(Optional<TenantId> owner, KeyWish wish, Grant maker) {
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
        keys.put(key);
        return new Outcome.Made(key, text);
    }

    @Transactional
    boolean revoke(Optional<TenantId> owner, String id) {
        return keys.remove(owner, id);
    }

    Optional<ApiKey> find(Optional<TenantId> owner, String id) {
        return keys.find(owner, id);
    }

    List<ApiKey> list(Optional<TenantId> owner, String after, int most) {
        return keys.list(owner, after, most);
    }
}
