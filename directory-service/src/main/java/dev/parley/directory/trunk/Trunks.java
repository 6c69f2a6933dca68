package dev.parley.directory.trunk;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.directory.publication.EntrySource;
import dev.parley.directory.publication.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All trunks, shared ones and those of one tenant. */
@ApplicationScoped
public class Trunks implements PanacheRepositoryBase<TrunkRow, String>, EntrySource {
    private static final String KIND = "trunk";

    private final Outbox outbox;

    Trunks(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Makes the trunk what is said here, new or not. */
    public void put(Trunk trunk) {
        getEntityManager().merge(new TrunkRow(trunk));
        outbox.changed(trunk.entry().key());
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
        return findByIdOptional(key.substring(KIND.length() + 1)).map(TrunkRow::toEntry);
    }
}
