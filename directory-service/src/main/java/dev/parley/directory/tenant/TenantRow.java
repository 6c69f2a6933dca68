package dev.parley.directory.tenant;

import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.id.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "tenant")
class TenantRow {
    @Id
    String slug;

    String domain;
    String name;
    String language;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected TenantRow() {}

    TenantRow(TenantEntry tenant) {
        slug = tenant.tenant().value();
        domain = tenant.domain();
        name = tenant.name();
        language = tenant.language();
    }

    TenantEntry toEntry() {
        return new TenantEntry(new TenantId(slug), domain, name, language);
    }
}
