package dev.parley.directory.extension;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "extension")
class ExtensionRow {
    @EmbeddedId
    ExtensionId id;

    ExtensionType type;
    String name;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected ExtensionRow() {}

    ExtensionRow(ExtensionId id, ExtensionType type, String name) {
        this.id = id;
        this.type = type;
        this.name = name;
    }
}
