package dev.parley.contracts.directory;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much a tenant may have at once (R29); none: as much as it likes.
 *
 * @param conferences conferences at once
 * @param participants participants at once, over all conferences
 * @param outsideCalls calls to the outside at once
 * @param classOfService what holds for phones that have none of their own; none: everything is allowed
 */
public record TenantLimits(
        OptionalInt conferences, OptionalInt participants, OptionalInt outsideCalls, Optional<String> classOfService) {
    public static final TenantLimits NONE =
            new TenantLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
}
