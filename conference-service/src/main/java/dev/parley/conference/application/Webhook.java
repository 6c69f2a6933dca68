package dev.parley.conference.application;

import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's address that wants to be told of what happens.
 *
 * @param events only these kinds; none: all
 * @param nonce of which the secret is made
 * @param former the nonce before, and until when it counts as well
 * @param failingSince when it was told in vain for the first time since it was last told with success
 * @param disabledWhy why it was disabled, unless its owner did it
 */
public record Webhook(
        String id,
        TenantId tenant,
        String url,
        List<String> events,
        String description,
        boolean enabled,
        String nonce,
        Optional<Former> former,
        Optional<Instant> failingSince,
        Optional<String> disabledWhy,
        Instant created) {
    /** How long a secret still counts that was replaced. */
    private static final Duration BOTH_COUNT = Duration.ofHours(24);

    /** A nonce that was replaced. */
    public record Former(String nonce, Instant renewed) {}

    public Webhook {
        events = List.copyOf(events);
    }

    /** The nonces of the secrets by which to sign, the newest first. */
    public List<String> nonces(Instant now) {
        return former.filter(old -> old.renewed().plus(BOTH_COUNT).isAfter(now))
                .map(old -> List.of(nonce, old.nonce()))
                .orElse(List.of(nonce));
    }

    public Webhook at(String newUrl) {
        return new Webhook(
                id, tenant, newUrl, events, description, enabled, nonce, former, failingSince, disabledWhy, created);
    }

    public Webhook telling(List<String> kinds) {
        return new Webhook(
                id, tenant, url, kinds, description, enabled, nonce, former, failingSince, disabledWhy, created);
    }

    public Webhook described(String text) {
        return new Webhook(id, tenant, url, events, text, enabled, nonce, former, failingSince, disabledWhy, created);
    }

    /** Its owner says so; what was wrong before is forgotten. */
    public Webhook enabled(boolean on) {
        return new Webhook(
                id, tenant, url, events, description, on, nonce, former, Optional.empty(), Optional.empty(), created);
    }

    public Webhook renewed(String fresh, Instant now) {
        return new Webhook(
                id,
                tenant,
                url,
                events,
                description,
                enabled,
                fresh,
                Optional.of(new Former(nonce, now)),
                failingSince,
                disabledWhy,
                created);
    }
}
