package dev.parley.directory.publication;

import dev.parley.directory.resource.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;

/** Changes that everybody has yet to be told of; kept in the transaction that makes them. */
@ApplicationScoped
public class Outbox {
    private static final int BATCH = 500;
    private static final long RELAY_LOCK = 0x7061726c6579L;

    private final Database database;
    private final Event<Noted> noted;

    Outbox(Database database, Event<Noted> noted) {
        this.database = database;
        this.noted = noted;
    }

    /** There is something to publish, once the transaction is through. */
    record Noted() {}

    /** An entry that has changed or gone since it was last published. */
    record Change(long id, String entryKey) {}

    /** Notes that the entry was made, changed or removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(String entryKey) {
        database.update("insert into outbox (entry_key) values (?)", entryKey);
        noted.fire(new Noted());
    }

    /** The same, of many. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(List<String> entryKeys) {
        database.update(
                "insert into outbox (entry_key) select unnest(?::text[])", (Object) entryKeys.toArray(String[]::new));
        noted.fire(new Noted());
    }

    /** The oldest changes. Until the transaction ends, no other instance has them: one alone publishes at a time. */
    List<Change> oldest() {
        database.query("select pg_advisory_xact_lock(?)", row -> row.getObject(1), RELAY_LOCK);
        return database.query(
                "select id, entry_key from outbox order by id limit ?",
                row -> new Change(row.getLong("id"), row.getString("entry_key")),
                BATCH);
    }

    /** They have been published. */
    void done(List<Change> published) {
        database.update("delete from outbox where id = any(?)", (Object)
                published.stream().map(Change::id).toArray(Long[]::new));
    }
}
