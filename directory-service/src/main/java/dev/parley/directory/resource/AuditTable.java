package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who changed what, and when. Fields are named, their values are not told: some are secret. */
@ApplicationScoped
public class AuditTable {
    private final Database database;
    private final Author author;

    AuditTable(Database database, Author author) {
        this.database = database;
        this.author = author;
    }

    /**
     * One change of one document.
     *
     * @param action created, changed or deleted
     * @param fields those at the top of the document that are new or other than before
     */
    public record Note(long id, Instant at, String who, String action, String kind, String name, List<String> fields) {}

    void note(ResourceId id, Optional<Stored> before, Optional<Stored> after) {
        String action = before.isEmpty() ? "created" : after.isEmpty() ? "deleted" : "changed";
        Set<String> fields = new TreeSet<>();
        if (after.isPresent()) {
            fields.addAll(changed(
                    before.map(Stored::body), after.get().body(),
                    before.map(Stored::secrets).orElse(Map.of()), after.get().secrets()));
        }
        note(id, action, fields);
    }

    /** A change of something that is no document of the mechanism's. */
    public void note(ResourceId id, String action, Set<String> fields) {
        database.update(
                "insert into audit (tenant, who, action, kind, name, fields) values (?, ?, ?, ?, ?, to_jsonb(?::text[]))",
                id.tenant(),
                author.name(),
                action,
                id.kind(),
                id.name(),
                fields.toArray(String[]::new));
    }

    /** The newest notes of a tenant, older than the one that is given. */
    public List<Note> newest(String tenant, long olderThan, int limit) {
        return database.query(
                "select id, at, who, action, kind, name,"
                        + " array(select jsonb_array_elements_text(fields)) as fields from audit"
                        + " where tenant = ? and id < ? order by id desc limit ?",
                row -> new Note(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("action"),
                        row.getString("kind"),
                        row.getString("name"),
                        Arrays.asList((String[]) row.getArray("fields").getArray())),
                tenant,
                olderThan,
                limit);
    }

    private static Set<String> changed(
            Optional<ObjectNode> before,
            ObjectNode after,
            Map<String, String> hadSecrets,
            Map<String, String> secrets) {
        Set<String> fields = new TreeSet<>();
        after.fieldNames().forEachRemaining(fields::add);
        before.ifPresent(was -> was.fieldNames().forEachRemaining(fields::add));
        before.ifPresent(was -> fields.removeIf(field -> Objects.equals(was.get(field), after.get(field))));
        Set<String> secret = new TreeSet<>(hadSecrets.keySet());
        secret.addAll(secrets.keySet());
        secret.stream()
                .filter(field -> !Objects.equals(hadSecrets.get(field), secrets.get(field)))
                .map(Stored::fieldOf)
                .forEach(fields::add);
        return fields;
    }
}
