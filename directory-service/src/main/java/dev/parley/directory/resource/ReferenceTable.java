package dev.parley.directory.resource;

import dev.parley.directory.resource.Answer.Need;
import dev.parley.directory.rule.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Which document needs which. */
@ApplicationScoped
class ReferenceTable {
    private static final String BY_ID = " where tenant = ? and kind = ? and name = ?";

    private final Database database;

    ReferenceTable(Database database) {
        this.database = database;
    }

    void replace(ResourceId id, List<Reference> references) {
        database.update("delete from reference" + BY_ID, id.tenant(), id.kind(), id.name());
        references.forEach(reference -> database.update(
                "insert into reference (tenant, kind, name, pointer, to_kind, to_name) values (?, ?, ?, ?, ?, ?)",
                id.tenant(),
                id.kind(),
                id.name(),
                reference.pointer(),
                reference.kind(),
                reference.name()));
    }

    void replacePrompts(ResourceId id, Map<String, String> prompts) {
        database.update("delete from prompt_use" + BY_ID, id.tenant(), id.kind(), id.name());
        prompts.forEach((pointer, prompt) -> database.update(
                "insert into prompt_use (tenant, kind, name, pointer, prompt) values (?, ?, ?, ?, ?)",
                id.tenant(),
                id.kind(),
                id.name(),
                pointer,
                prompt));
    }

    /** What cannot do without the document; itself aside. */
    List<Need> needing(ResourceId id) {
        return database.query(
                "select kind, name, pointer from reference where tenant = ? and to_kind = ? and to_name = ?"
                        + " and (kind, name) <> (to_kind, to_name) order by kind, name, pointer",
                row -> new Need(
                        new ResourceId(id.tenant(), row.getString("kind"), row.getString("name")),
                        row.getString("pointer")),
                id.tenant(),
                id.kind(),
                id.name());
    }
}
