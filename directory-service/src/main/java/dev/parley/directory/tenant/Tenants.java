package dev.parley.directory.tenant;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.directory.publication.EntrySource;
import dev.parley.directory.publication.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All tenants. */
@ApplicationScoped
public class Tenants implements PanacheRepositoryBase<TenantRow, String>, EntrySource {
    private static final String KIND = "tenant";

    private final Outbox outbox;

    Tenants(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Makes the tenant what is said here, new or not. */
    public void put(TenantEntry tenant) {
        getEntityManager().merge(new TenantRow(tenant));
        outbox.changed(tenant.key());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> keys() {
        return streamAll().map(row -> row.toEntry().key()).toList();
    }

    @Override
    public Optional<DirectoryEntry> find(String key) {
        return findByIdOptional(key.substring(KIND.length() + 1)).map(TenantRow::toEntry);
    }
}
