package dev.parley.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one set of objects comes out of another: what is added, what goes, and for each object that differs a patch of RFC
 * 6902. Lists are replaced whole, so that a patch can be read.
 *
 * @param added objects that only the other set has
 * @param gone objects that only the first one has
 * @param patches operations, by the object of the first set that they change
 */
public record Overlay(List<Manifest> added, List<Manifest> gone, Map<Manifest, ArrayNode> patches) {
    /** From the first to the second. */
    public static Overlay between(List<Manifest> base, List<Manifest> wanted) {
        Map<String, Manifest> before = byId(base);
        Map<String, Manifest> after = byId(wanted);
        Map<Manifest, ArrayNode> patches = new LinkedHashMap<>();
        before.forEach((id, manifest) -> {
            Manifest now = after.get(id);
            if (now != null && !now.equals(manifest)) {
                ArrayNode operations = JsonNodeFactory.instance.arrayNode();
                differ("", manifest.tree(), now.tree(), operations);
                patches.put(manifest, operations);
            }
        });
        return new Overlay(
                wanted.stream().filter(it -> !before.containsKey(it.id())).toList(),
                base.stream().filter(it -> !after.containsKey(it.id())).toList(),
                patches);
    }

    private static Map<String, Manifest> byId(List<Manifest> manifests) {
        return manifests.stream()
                .collect(Collectors.toMap(Manifest::id, Function.identity(), (a, b) -> a, TreeMap::new));
    }

    private static void differ(String path, ObjectNode from, ObjectNode to, ArrayNode operations) {
        for (var field : from.properties()) {
            String below = path + "/" + escaped(field.getKey());
            JsonNode now = to.get(field.getKey());
            if (now == null) {
                operations.addObject().put("op", "remove").put("path", below);
            } else if (field.getValue() instanceof ObjectNode before && now instanceof ObjectNode after) {
                differ(below, before, after, operations);
            } else if (!field.getValue().equals(now)) {
                operations.addObject().put("op", "replace").put("path", below).set("value", now);
            }
        }
        for (var field : to.properties()) {
            if (!from.has(field.getKey())) {
                operations
                        .addObject()
                        .put("op", "add")
                        .put("path", path + "/" + escaped(field.getKey()))
                        .set("value", field.getValue());
            }
        }
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** What becomes of the first set. */
    public List<Manifest> on(List<Manifest> base) {
        List<Manifest> result = new ArrayList<>();
        for (Manifest manifest : base) {
            if (!gone.contains(manifest)) {
                ArrayNode operations = patches.get(manifest);
                result.add(operations == null ? manifest : new Manifest(patched(manifest.tree(), operations)));
            }
        }
        result.addAll(added);
        return result;
    }

    /** The small part of RFC 6902 that is used here: add, replace and remove of a member of an object. */
    static ObjectNode patched(ObjectNode tree, ArrayNode operations) {
        ObjectNode copy = tree.deepCopy();
        for (JsonNode operation : operations) {
            String path = operation.path("path").asText();
            int last = path.lastIndexOf('/');
            String key = path.substring(last + 1).replace("~1", "/").replace("~0", "~");
            if (!(copy.at(path.substring(0, last)) instanceof ObjectNode parent)) {
                throw new IllegalArgumentException("No object at " + path.substring(0, last));
            }
            boolean isNew = operation.path("op").asText().equals("add");
            if (parent.has(key) == isNew) {
                throw new IllegalArgumentException((isNew ? "Is there already: " : "Is not there: ") + path);
            }
            if (operation.has("value")) {
                parent.set(key, operation.path("value").deepCopy());
            } else {
                parent.remove(key);
            }
        }
        return copy;
    }
}
