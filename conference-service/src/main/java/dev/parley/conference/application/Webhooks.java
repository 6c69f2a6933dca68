package dev.parley.conference.application;

import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The webhooks of all tenants. All of it throws {@link StorageUnavailable}. */
public interface Webhooks {
    /** Adds it; false when the tenant has as many as it may have. */
    boolean add(Webhook webhook, int most);

    /** In the order in which they were made. */
    List<Webhook> ofTenant(TenantId tenant);

    Optional<Webhook> find(TenantId tenant, String id);

    Optional<Webhook> find(String id);

    /** Changes it, if it is there; nobody else does meanwhile. What waits for one that is disabled is given up. */
    Optional<Webhook> change(TenantId tenant, String id, UnaryOperator<Webhook> change);

    /** Removes it and all its deliveries; false when it was not there. */
    boolean remove(TenantId tenant, String id);
}
