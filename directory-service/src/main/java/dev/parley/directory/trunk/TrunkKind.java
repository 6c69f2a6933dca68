package dev.parley.directory.trunk;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trunks of one tenant, and the operator's, which all may use. */
@ApplicationScoped
public class TrunkKind implements Kind<Trunk> {
    public static final String COLLECTION = "trunks";
    private static final String ENTRY = "trunk";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a trunk";
    }

    @Override
    public Class<Trunk> type() {
        return Trunk.class;
    }

    @Override
    public String nameField() {
        return "name";
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of(ENTRY);
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of(ENTRY + "/" + id.name());
    }

    @Override
    public Optional<DirectoryEntry> entry(ResourceId id, Trunk trunk, Map<String, String> secrets, World world) {
        Optional<TenantId> owner =
                id.tenant().equals(ResourceId.OPERATOR) ? Optional.empty() : Optional.of(new TenantId(id.tenant()));
        return Optional.of(new TrunkEntry(trunk.name(), owner, trunk.prefixes(), trunk.answerSupervision()));
    }
}
