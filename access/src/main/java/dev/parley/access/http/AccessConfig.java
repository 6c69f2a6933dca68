package dev.parley.access.http;

import dev.parley.access.Area;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may come in over REST, and how often. */
@ConfigMapping(prefix = "parley.access")
public interface AccessConfig {
    /** The part of the API that the service serves; a key that is limited to another part opens nothing here. Wiring, not to be changed. */
    Area area();

    /**
     * The claim of an issuer's token that names the tenant whose administrator or reader its holder is. Without it the
     * roles {@code tenant_admin} and {@code tenant_reader} open nothing. Where the roles are is Quarkus' own setting,
     * {@code quarkus.oidc.roles.role-claim-path}.
     */
    @WithDefault("tenant")
    String tenantClaim();

    /** How often one key, or one user of an issuer, may ask. Each process counts for itself. */
    Limit limit();

    /**
     * How often one source address may come with a wrong key or token. Whoever comes more often is refused unread until
     * it has waited, right keys from that address included. Behind a proxy, let Quarkus take the address from its headers
     * ({@code quarkus.http.proxy.proxy-address-forwarding}), or all share one.
     */
    Guesses guesses();

    /** A key's share. */
    interface Limit {
        /** Requests a second, over a long time. */
        @WithDefault("100")
        double rate();

        /** Requests at once, after a pause. */
        @WithDefault("200")
        int burst();
    }

    /** An address's wrong tries. */
    interface Guesses {
        /** Wrong tries a second, over a long time. */
        @WithDefault("1")
        double rate();

        /** Wrong tries at once, after a pause. */
        @WithDefault("50")
        int burst();
    }
}
