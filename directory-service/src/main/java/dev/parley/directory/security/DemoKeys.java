package dev.parley.directory.security;

import dev.parley.access.KeyText;
import dev.parley.access.Scope;
import dev.parley.contracts.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys of the demo world: no secret is in the source, every installation has its own. */
@ApplicationScoped
public class DemoKeys {
    private static final String OPERATOR = "operator";

    private final KeyConfig config;
    private final KeyStore keys;

    DemoKeys(KeyConfig config, KeyStore keys) {
        this.config = config;
        this.keys = keys;
    }

    /** Makes sure of those that are configured. */
    @Transactional
    public void create() {
        config.demo().forEach((whose, text) -> text.ifPresent(given -> keys.put(key(whose, given))));
    }

    private static ApiKey key(String whose, String text) {
        KeyText key = KeyText.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected the demo key of " + whose + " to be pk_<8 characters>_<at least 32 characters>"));
        return new ApiKey(
                key.id(),
                key.hash(),
                whose.equals(OPERATOR) ? Optional.empty() : Optional.of(new TenantId(whose)),
                "Demo " + whose,
                List.of(Scope.WRITE),
                Instant.now(),
                "seed",
                Optional.empty(),
                Optional.empty());
    }
}
