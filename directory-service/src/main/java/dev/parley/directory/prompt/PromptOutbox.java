package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Prompts that everybody has yet to be told of; the database notes them in the transaction of the change. */
@ApplicationScoped
class PromptOutbox {
    /** Each can be near a megabyte, and all of a batch are in memory at once. */
    private static final int BATCH = 8;

    private static final long RELAY_LOCK = 0x70726f6d7074L;

    private final Database database;

    PromptOutbox(Database database) {
        this.database = database;
    }

    /** A prompt that has changed or gone since it was last published. */
    record Change(long id, PromptId prompt) {
        static Change of(long id, String key) {
            String[] parts = key.split("/", -1);
            return new Change(id, new PromptId(new TenantId(parts[0]), parts[1], parts[2]));
        }
    }

    /** The oldest changes. Until the transaction ends, no other instance has them: one alone publishes at a time. */
    List<Change> oldest() {
        database.query("select pg_advisory_xact_lock(?)", row -> Optional.empty(), RELAY_LOCK);
        return database.query(
                "select id, prompt_key from prompt_outbox order by id limit ?",
                row -> Change.of(row.getLong("id"), row.getString("prompt_key")),
                BATCH);
    }

    void done(Change change) {
        database.update("delete from prompt_outbox where id = ?", change.id());
    }

    /** All that there is, as if it had just changed. */
    void noteEverything() {
        database.update("insert into prompt_outbox (prompt_key)"
                + " select tenant || '/' || language || '/' || name from prompt");
    }
}
