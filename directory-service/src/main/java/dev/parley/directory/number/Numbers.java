package dev.parley.directory.number;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.directory.publication.EntrySource;
import dev.parley.directory.publication.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All outside numbers of all tenants. */
@ApplicationScoped
public class Numbers implements PanacheRepositoryBase<NumberRow, String>, EntrySource {
    private static final String KIND = "number";

    private final Outbox outbox;

    Numbers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Makes the number ring what is said here, new or not. */
    public void put(NumberEntry number) {
        getEntityManager().merge(new NumberRow(number));
        outbox.changed(number.key());
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
        return findByIdOptional(key.substring(KIND.length() + 1)).map(NumberRow::toEntry);
    }
}
