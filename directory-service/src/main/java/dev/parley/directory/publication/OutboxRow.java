package dev.parley.directory.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entry that has changed or gone since it was last published. */
@Entity
@Table(name = "outbox")
class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "entry_key")
    String entryKey;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected OutboxRow() {}

    OutboxRow(String entryKey) {
        this.entryKey = entryKey;
    }
}
