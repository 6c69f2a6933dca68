package dev.parley.directory.resource;

import java.util.List;
import java.util.Optional;

/**
 * Changes that are wanted together: all of them are made, or none.
 *
 * @param tenant whose documents they are; {@link ResourceId#OPERATOR} for those of the installation
 * @param dryRun all is checked, nothing is changed
 * @param key so that asking twice does it once
 * @param terms what applies to them beyond what they say; a tenant's, where nothing else is said
 */
public record Request(
        String tenant, List<Change> changes, boolean dryRun, Optional<IdempotencyTable.Key> key, Terms terms) {
    /** One change, as most are. */
    public static Request of(Change change, boolean dryRun) {
        return of(change.id().tenant(), List.of(change), dryRun);
    }

    /** Many changes. */
    public static Request of(String tenant, List<Change> changes, boolean dryRun) {
        return new Request(tenant, changes, dryRun, Optional.empty(), Terms.OF_TENANT);
    }

    /** The same, told apart by a key. */
    public Request with(IdempotencyTable.Key told) {
        return new Request(tenant, changes, dryRun, Optional.of(told), terms);
    }

    /** The same, on these terms. */
    public Request on(Terms agreed) {
        return new Request(tenant, changes, dryRun, key, agreed);
    }
}
