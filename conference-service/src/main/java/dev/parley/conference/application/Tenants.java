package dev.parley.conference.application;

import dev.parley.contracts.id.TenantId;

/** The tenants of the directory. */
public interface Tenants {
    boolean exists(TenantId tenant);
}
