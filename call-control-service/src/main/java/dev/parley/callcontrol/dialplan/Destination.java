package dev.parley.callcontrol.dialplan;

import dev.parley.contracts.id.TenantId;

/** Where a dialled number leads. */
public sealed interface Destination {
    /** Whose call this is. */
    TenantId tenant();

    record ConferenceRoom(TenantId tenant, String extension) implements Destination {}

    /** @param domain the tenant's SIP domain, in which the phone is registered */
    record Phone(TenantId tenant, String extension, String domain) implements Destination {}

    /** @param domain the tenant's SIP domain, under which it calls */
    record Outside(TenantId tenant, String trunk, String number, String domain) implements Destination {}

    /** Nobody has this number; {@code tenant} is whoever dialled it. */
    record Nowhere(TenantId tenant) implements Destination {}
}
