package dev.parley.directory.keymap;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.KeyMapEntry;
import dev.parley.contracts.directory.KeyActions;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Key maps; rooms refer to them. */
@ApplicationScoped
public class KeyMapKind implements Kind<KeyMap> {
    public static final String COLLECTION = "key-maps";

    /** Those that every tenant has without making them. */
    public static final Set<String> PRESETS = Set.of("default", "pairs", "coovox");

    private static final String ENTRY = "key-map";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a key map";
    }

    @Override
    public Class<KeyMap> type() {
        return KeyMap.class;
    }

    @Override
    public String nameField() {
        return "name";
    }

    @Override
    public List<Violation> check(KeyMap map, Situation<KeyMap> situation) {
        List<Violation> violations = new ArrayList<>();
        if (PRESETS.contains(map.name())) {
            violations.add(new Violation("/name", "reserved", "'" + map.name() + "' is the name of a preset"));
        }
        new TreeMap<>(map.keys()).forEach((keys, action) -> {
            if (!KeyActions.NAMES.contains(action)) {
                violations.add(
                        new Violation("/keys" + Violation.step(keys), "invalid_value", "No key does '" + action + "'"));
            }
        });
        return violations;
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of(ENTRY);
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of(ENTRY + "/" + id.tenant() + "/" + id.name());
    }

    @Override
    public Optional<DirectoryEntry> entry(ResourceId id, KeyMap map, Map<String, String> secrets, World world) {
        return Optional.of(new KeyMapEntry(new TenantId(id.tenant()), map.name(), map.keys()));
    }
}
