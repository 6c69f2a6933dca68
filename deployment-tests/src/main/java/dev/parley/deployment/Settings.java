package dev.parley.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/** Values for the chart that differ from its own; immutable. */
public record Settings(ObjectNode tree) {
    /** Nothing differs. */
    public static Settings none() {
        return new Settings(Yaml.object());
    }

    /** From the text of a values file. */
    public static Settings of(String yaml) {
        return Yaml.documents(yaml).stream().findFirst().map(Settings::new).orElseGet(Settings::none);
    }

    /** From a values file. */
    public static Settings in(Path file) {
        return new Settings(Yaml.read(file));
    }

    /** These, and on top of them those: as Helm does it, objects are merged, all else is replaced. */
    public Settings and(Settings others) {
        ObjectNode merged = tree.deepCopy();
        merge(merged, others.tree);
        return new Settings(merged);
    }

    private static void merge(ObjectNode into, ObjectNode from) {
        for (var field : from.properties()) {
            JsonNode there = into.get(field.getKey());
            if (there instanceof ObjectNode below && field.getValue() instanceof ObjectNode added) {
                merge(below, added);
            } else {
                into.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }
}
