package dev.parley.directory.number;

import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.id.TenantId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "number")
class NumberRow {
    @Id
    String number;

    String tenant;
    String destination;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected NumberRow() {}

    NumberRow(NumberEntry entry) {
        number = entry.number();
        tenant = entry.tenant().value();
        destination = entry.destination();
    }

    NumberEntry toEntry() {
        return new NumberEntry(number, new TenantId(tenant), destination);
    }
}
