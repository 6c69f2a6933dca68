package dev.parley.callcontrol.dialplan;

import dev.parley.contracts.id.TenantId;
import java.util.OptionalInt;

/**
 * What an outside call counts against (R29); none: nothing.
 *
 * @param account the extension that pays
 * @param tenantCalls outside calls of the whole tenant at once
 * @param concurrentCalls outside calls of the account at once
 * @param callsPerMinute outside calls that the account begins within 60 s
 */
public record Toll(
        TenantId tenant,
        String account,
        OptionalInt tenantCalls,
        OptionalInt concurrentCalls,
        OptionalInt callsPerMinute) {
    /** Without any limit. */
    public static Toll free(TenantId tenant, String account) {
        return new Toll(tenant, account, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
