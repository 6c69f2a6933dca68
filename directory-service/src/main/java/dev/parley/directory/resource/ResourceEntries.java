package dev.parley.directory.resource;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.directory.publication.EntrySource;
import dev.parley.directory.resource.ResourceTable.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What everybody is told of documents. */
@ApplicationScoped
class ResourceEntries implements EntrySource {
    private final Kinds kinds;
    private final ResourceTable resources;
    private final Documents documents;
    private final Worlds worlds;

    ResourceEntries(Kinds kinds, ResourceTable resources, Documents documents, Worlds worlds) {
        this.kinds = kinds;
        this.resources = resources;
        this.documents = documents;
        this.worlds = worlds;
    }

    @Override
    public Set<String> kinds() {
        return kinds.all().stream().flatMap(kind -> kind.entryKind().stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<String> keys() {
        return resources.ids().stream()
                .filter(id -> kinds.of(id).entryKind().isPresent())
                .flatMap(id -> kinds.of(id).entryKeys(id).stream())
                .toList();
    }

    @Override
    public Map<String, DirectoryEntry> find(List<String> keys) {
        Map<String, String> collections = new HashMap<>();
        kinds.all().forEach(kind -> kind.entryKind().ifPresent(entry -> collections.put(entry, kind.collection())));
        Map<String, DirectoryEntry> found = new HashMap<>();
        List<Wanted> wanted = keys.stream()
                .map(key -> key.split("/", -1))
                .map(parts -> new Wanted(
                        Objects.requireNonNull(collections.get(parts[0])),
                        parts.length > 2 ? Optional.of(parts[1]) : Optional.empty(),
                        parts[parts.length - 1]))
                .toList();
        resources.findAll(wanted).forEach(stored -> entry(kinds.of(stored.id()), stored, found));
        return found;
    }

    private <T> void entry(Kind<T> kind, Stored stored, Map<String, DirectoryEntry> found) {
        T document = documents.kept(kind, stored.body());
        kind.entry(stored.id(), document, stored.secrets(), worlds.of(worldOf(stored.id())))
                .ifPresent(entry -> found.put(entry.key(), entry));
    }

    /** A tenant's own document belongs to the operator, but is told with what the tenant has. */
    private static String worldOf(ResourceId id) {
        return id.tenant().equals(ResourceId.OPERATOR) ? id.name() : id.tenant();
    }
}
