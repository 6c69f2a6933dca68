package dev.parley.access;

import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an issuer's token says of its holder. */
public enum TokenRole {
    /** Everything, of every tenant. */
    OPERATOR(Right.WRITE, false),
    /** Everything of one tenant. */
    TENANT_ADMIN(Right.WRITE, true),
    /** To look at everything of one tenant. */
    TENANT_READER(Right.READ, true);

    private final Right right;
    private final boolean ofTenant;

    TokenRole(Right right, boolean ofTenant) {
        this.right = right;
        this.ofTenant = ofTenant;
    }

    /** As the token names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What the roles come to, the mightiest counting alone; empty when there is none of ours, or its tenant is not named.
     *
     * @param user who it is, as the issuer calls them
     */
    public static Optional<Grant> grant(
            String user, Set<String> roles, Optional<TenantId> tenant, Optional<Instant> expires) {
        return Arrays.stream(values())
                .filter(role -> roles.contains(role.text()))
                .filter(role -> !role.ofTenant || tenant.isPresent())
                .findFirst()
                .map(role -> new Grant(
                        "user:" + user,
                        role.ofTenant ? tenant : Optional.empty(),
                        Set.of(new Scope(Optional.empty(), role.right)),
                        expires));
    }
}
