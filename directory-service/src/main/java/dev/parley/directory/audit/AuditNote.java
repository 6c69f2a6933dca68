package dev.parley.directory.audit;

import dev.parley.directory.resource.AuditTable;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change, as it is shown. */
@Schema(name = "AuditNote", description = "One change of one document. Fields are named; their values are not told.")
public record AuditNote(
        @Schema(description = "Grows with time.", examples = "4711")
        long id,

        @Schema(description = "When.", examples = "2026-01-31T12:00:00Z")
        String at,

        @Schema(description = "Who asked for it.", examples = "key pk_1a2b3c4d")
        String who,

        @Schema(
                description = "What was done.",
                enumeration = {"created", "changed", "deleted"})
        String action,

        @Schema(description = "The collection of the document.", examples = "extensions")
        String kind,

        @Schema(description = "The name of the document.", examples = "910")
        String name,

        @Schema(description = "Fields that are new or other than before.", examples = "[\"max_members\", \"pin\"]")
        List<String> fields) {
    static AuditNote of(AuditTable.Note note) {
        return new AuditNote(
                note.id(), note.at().toString(), note.who(), note.action(), note.kind(), note.name(), note.fields());
    }
}
