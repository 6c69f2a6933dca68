package dev.parley.directory.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.resource.Change;
import dev.parley.directory.resource.Condition;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.Kinds;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Resources;
import dev.parley.directory.resource.Stored;
import dev.parley.directory.rest.Replies;
import dev.parley.directory.rule.Violation;
import dev.parley.directory.tenant.TenantKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a tenant has as one document: a section for each collection, in it the documents by their names. */
@ApplicationScoped
class TenantConfiguration {
    private final Resources resources;
    private final Documents documents;
    private final Kinds kinds;
    private final Replies replies;

    TenantConfiguration(Resources resources, Documents documents, Kinds kinds, Replies replies) {
        this.resources = resources;
        this.documents = documents;
        this.kinds = kinds;
        this.replies = replies;
    }

    /** What is wanted, as far as it can be made out. */
    record Wanted(List<Change> changes, List<Violation> violations) {}

    /** Everything but secrets, of which it tells that they are there. */
    ObjectNode export(String tenant) {
        ObjectNode all = documents.object();
        resources.all(tenant).forEach(stored -> {
            Kind<?> kind = kinds.of(stored.id());
            ObjectNode shown = replies.shown(stored);
            shown.remove(List.of("created", "updated", kind.nameField()));
            if (kind.single()) {
                all.set(kind.collection(), shown);
            } else {
                section(all, kind).set(stored.id().name(), shown);
            }
        });
        return all;
    }

    private static ObjectNode section(ObjectNode all, Kind<?> kind) {
        return all.get(kind.collection()) instanceof ObjectNode there ? there : all.putObject(kind.collection());
    }

    /**
     * The changes that make the tenant so.
     *
     * @param prune what the configuration does not have is deleted
     * @param kept kinds of which nothing is deleted
     */
    Wanted changes(String tenant, ObjectNode configuration, boolean prune, Set<String> kept) {
        Wanted wanted = new Wanted(new ArrayList<>(), new ArrayList<>());
        configuration.properties().forEach(section -> {
            Optional<Kind<?>> kind = kinds.find(section.getKey())
                    .filter(found -> !found.collection().equals(TenantKind.COLLECTION));
            if (kind.isEmpty()) {
                String pointer = Violation.step(section.getKey());
                wanted.violations()
                        .add(new Violation(pointer, "unknown_field", "There is no collection " + section.getKey()));
            } else if (kind.get().single()) {
                put(wanted, Replies.only(tenant, kind.get()), Violation.step(section.getKey()), section.getValue());
            } else {
                each(wanted, tenant, kind.get(), section.getValue());
            }
        });
        if (prune) {
            prune(wanted, tenant, kept);
        }
        return wanted;
    }

    private static void each(Wanted wanted, String tenant, Kind<?> kind, JsonNode section) {
        String pointer = Violation.step(kind.collection());
        if (!section.isObject() && !section.isNull()) {
            wanted.violations()
                    .add(new Violation(pointer, "invalid_type", "Expected documents by their names, not a list"));
            return;
        }
        section.properties()
                .forEach(member -> put(
                        wanted,
                        new ResourceId(tenant, kind.collection(), member.getKey()),
                        pointer + Violation.step(member.getKey()),
                        member.getValue()));
    }

    private static void put(Wanted wanted, ResourceId id, String pointer, JsonNode value) {
        if (value instanceof ObjectNode document) {
            wanted.changes().add(new Change.Put(id, document, new Condition.Any()));
        } else {
            wanted.violations().add(new Violation(pointer, "invalid_type", "Expected an object"));
        }
    }

    private void prune(Wanted wanted, String tenant, Set<String> kept) {
        Set<ResourceId> named = new HashSet<>();
        wanted.changes().forEach(change -> named.add(change.id()));
        resources.all(tenant).stream()
                .map(Stored::id)
                .filter(id -> !named.contains(id) && !kept.contains(id.kind()))
                .forEach(id -> wanted.changes().add(new Change.Delete(id, new Condition.Any())));
    }
}
