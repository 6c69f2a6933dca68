package dev.parley.directory.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes that are wanted together: all of them are made, or none.
 *
 * @param tenant whose documents they are; {@link ResourceId#OPERATOR} for those of the installation
 * @param dryRun all is checked, nothing is changed
 * @param key so that asking twice does it once
 * @param lenient PINs may be easy to guess
 * @param frozen kinds that must stay as they are: of these, only what changes nothing is allowed
 */
public record Request(
        String tenant,
        List<Change> changes,
        boolean dryRun,
        Optional<IdempotencyTable.Key> key,
        boolean lenient,
        Set<String> frozen) {
    /** One change, as most are. */
    public static Request of(Change change, boolean dryRun) {
        return of(change.id().tenant(), List.of(change), dryRun);
    }

    /** Many changes. */
    public static Request of(String tenant, List<Change> changes, boolean dryRun) {
        return new Request(tenant, changes, dryRun, Optional.empty(), false, Set.of());
    }

    /** The same, told apart by a key. */
    public Request with(IdempotencyTable.Key told) {
        return new Request(tenant, changes, dryRun, Optional.of(told), lenient, frozen);
    }

    /** The same, of these kinds only what changes nothing. */
    public Request withFrozen(Set<String> collections) {
        return new Request(tenant, changes, dryRun, key, lenient, collections);
    }

    /** The same, whatever the PINs. */
    public Request leniently() {
        return new Request(tenant, changes, dryRun, key, true, frozen);
    }
}
