package dev.parley.access;

import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do.
 *
 * @param name who it is, for the audit log: {@code api-key:a1B2c3D4} or {@code user:anna}
 * @param tenant whose things; none: an operator, and those of all
 * @param expires none: never
 */
public record Grant(String name, Optional<TenantId> tenant, Set<Scope> scopes, Optional<Instant> expires) {
    public Grant {
        scopes = Set.copyOf(scopes);
    }

    public boolean operator() {
        return tenant.isEmpty();
    }

    /** Whether this right is granted in this area, whoever's the thing may be. */
    public boolean has(Area area, Right right) {
        return covers(new Scope(Optional.of(area), right));
    }

    /** Whether things of this tenant are open to this right. */
    public boolean allows(TenantId owner, Area area, Right right) {
        return (operator() || tenant.filter(owner::equals).isPresent()) && has(area, right);
    }

    /** Whether the scope is part of what is granted, so that it can be passed on. */
    public boolean covers(Scope wanted) {
        return scopes.stream().anyMatch(scope -> scope.covers(wanted));
    }

    /** Whether something that ends then (none: never) would outlive this grant. */
    public boolean isOutlivedBy(Optional<Instant> end) {
        return expires.filter(own -> end.map(own::isBefore).orElse(true)).isPresent();
    }
}
