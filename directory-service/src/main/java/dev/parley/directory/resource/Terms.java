package dev.parley.directory.resource;

import java.util.Set;

/**
 * What applies to a request beyond its documents.
 *
 * @param operator whether the operator of the installation asks, who allots what tenants may use
 * @param lenient PINs may be easy to guess
 * @param frozen kinds that must stay as they are: of these, only what changes nothing is allowed
 */
public record Terms(boolean operator, boolean lenient, Set<String> frozen) {
    /** A tenant asks. */
    public static final Terms OF_TENANT = new Terms(false, false, Set.of());

    public Terms {
        frozen = Set.copyOf(frozen);
    }
}
