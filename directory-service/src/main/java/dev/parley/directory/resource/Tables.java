package dev.parley.directory.resource;

import dev.parley.directory.publication.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Everything that a change is written to. */
@ApplicationScoped
class Tables {
    private static final String TENANTS = "tenants";

    private final Kinds kinds;
    private final Documents documents;
    private final ResourceTable resources;
    private final ReferenceTable references;
    private final AuditTable audit;
    private final Outbox outbox;

    Tables(
            Kinds kinds,
            Documents documents,
            ResourceTable resources,
            ReferenceTable references,
            AuditTable audit,
            Outbox outbox) {
        this.kinds = kinds;
        this.documents = documents;
        this.resources = resources;
        this.references = references;
        this.audit = audit;
        this.outbox = outbox;
    }

    Kinds kinds() {
        return kinds;
    }

    Documents documents() {
        return documents;
    }

    ResourceTable resources() {
        return resources;
    }

    ReferenceTable references() {
        return references;
    }

    /** Writes down who did it, and that everybody is to be told. */
    void noteChanged(Kind<?> kind, Optional<Stored> before, Optional<Stored> after) {
        ResourceId id = after.or(() -> before).orElseThrow().id();
        audit.note(id, before, after);
        kind.entryKeys(id).forEach(outbox::changed);
    }

    /** What cannot do without the document; a tenant is needed by all that it has. */
    List<Answer.Need> needing(ResourceId id) {
        return id.kind().equals(TENANTS) && id.tenant().equals(ResourceId.OPERATOR)
                ? resources.some(id.name()).stream()
                        .map(found -> new Answer.Need(found, ""))
                        .toList()
                : references.needing(id);
    }
}
