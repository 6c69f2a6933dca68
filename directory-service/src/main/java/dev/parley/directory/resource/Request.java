package dev.parley.directory.resource;

import java.util.List;
import java.util.Optional;

/**
 * Changes that are wanted together: all of them are made, or none.
 *
 * @param tenant whose documents they are; {@link ResourceId#OPERATOR} for those of the installation
 * @param dryRun all is checked, nothing is changed
 * @param key so that asking twice does it once
 * @param lenient PINs may be easy to guess
 */
public record Request(
        String tenant, List<Change> changes, boolean dryRun, Optional<IdempotencyTable.Key> key, boolean lenient) {
    /** One change, as most are. */
    public static Request of(Change change, boolean dryRun) {
        return new Request(change.id().tenant(), List.of(change), dryRun, Optional.empty(), false);
    }

    /** The same, told apart by a key. */
    public Request with(IdempotencyTable.Key told) {
        return new Request(tenant, changes, dryRun, Optional.of(told), lenient);
    }
}
