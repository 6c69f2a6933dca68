package dev.parley.directory.trunk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What trunks that tenants enter may lead to. */
@ConfigMapping(prefix = "parley.trunks")
public interface TrunkConfig {
    /**
     * Whether the host of a tenant's trunk may be inside (private, loopback or local addresses, local names). Not where
     * tenants are strangers: the edge would send to whatever is there.
     */
    @WithDefault("false")
    boolean allowInternal();

    /**
     * Whether an inside address can be confirmed as the source of a tenant's trunk: for customers who come by a private
     * network. Calls from it are that tenant's then, so none of the platform's own addresses must be confirmed.
     */
    @WithDefault("false")
    boolean allowInternalSources();
}
