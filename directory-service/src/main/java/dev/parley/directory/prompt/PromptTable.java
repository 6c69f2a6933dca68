package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Database;
import dev.parley.directory.resource.ResourceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Where prompts are kept. Changes belong in a transaction. */
@ApplicationScoped
class PromptTable {
    private static final String SELECT =
            "select tenant, language, name, revision, length(wav) as size, created, updated from prompt ";
    private static final String BY_ID = "where tenant = ? and language = ? and name = ?";

    private final Database database;

    PromptTable(Database database) {
        this.database = database;
    }

    Optional<Prompt> find(PromptId id) {
        return database.first(SELECT + BY_ID, PromptTable::prompt, id.tenant().value(), id.language(), id.name());
    }

    Optional<byte[]> wav(PromptId id) {
        return database.first(
                "select wav from prompt " + BY_ID,
                row -> row.getBytes("wav"),
                id.tenant().value(),
                id.language(),
                id.name());
    }

    /** A tenant's prompts by language and name, from behind the one given on. */
    List<Prompt> list(TenantId tenant, String afterLanguage, String afterName, int most) {
        return database.query(
                SELECT + "where tenant = ? and (language, name) > (?, ?) order by language, name limit ?",
                PromptTable::prompt,
                tenant.value(),
                afterLanguage,
                afterName,
                most);
    }

    void put(PromptId id, byte[] wav) {
        database.update(
                "insert into prompt (tenant, language, name, revision, wav)"
                        + " values (?, ?, ?, nextval('resource_revision'), ?)"
                        + " on conflict (tenant, language, name) do update set wav = excluded.wav,"
                        + " revision = excluded.revision, updated = now()",
                id.tenant().value(),
                id.language(),
                id.name(),
                wav);
    }

    void remove(PromptId id) {
        database.update("delete from prompt " + BY_ID, id.tenant().value(), id.language(), id.name());
    }

    /**
     * A place in which a document plays a prompt.
     *
     * @param pointer within the document
     */
    record Use(ResourceId document, String pointer) {}

    /** Everything of the tenant's that plays a prompt of this name, in whatever language. */
    List<Use> uses(PromptId id) {
        return database.query(
                "select tenant, kind, name, pointer from prompt_use where tenant = ? and prompt = ?"
                        + " order by kind, name, pointer",
                row -> new Use(
                        new ResourceId(row.getString("tenant"), row.getString("kind"), row.getString("name")),
                        row.getString("pointer")),
                id.tenant().value(),
                id.name());
    }

    /** Until the transaction ends, nobody else changes this prompt. */
    void lock(PromptId id) {
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 3))", row -> true, id.key());
    }

    /** Whether the tenant has the prompt in another language as well. */
    boolean isInOtherLanguage(PromptId id) {
        return database.first(
                        "select 1 from prompt where tenant = ? and name = ? and language <> ?",
                        row -> true,
                        id.tenant().value(),
                        id.name(),
                        id.language())
                .isPresent();
    }

    private static Prompt prompt(ResultSet row) throws SQLException {
        return new Prompt(
                new PromptId(new TenantId(row.getString("tenant")), row.getString("language"), row.getString("name")),
                row.getLong("revision"),
                row.getInt("size"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("updated", OffsetDateTime.class).toInstant());
    }
}
