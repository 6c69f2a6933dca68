package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396). */
final class MergePatch {
    private MergePatch() {}

    /** The document with the patch applied; neither is changed. */
    static ObjectNode apply(ObjectNode document, ObjectNode patch) {
        ObjectNode merged = document.deepCopy();
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                merged.remove(member.getKey());
            } else if (value instanceof ObjectNode part) {
                ObjectNode onto = merged.get(member.getKey()) instanceof ObjectNode there ? there : merged.objectNode();
                merged.set(member.getKey(), apply(onto, part));
            } else {
                merged.set(member.getKey(), value);
            }
        });
        return merged;
    }
}
