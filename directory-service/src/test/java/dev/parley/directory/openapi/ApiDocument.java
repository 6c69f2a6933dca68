package dev.parley.directory.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An OpenAPI document, for whoever walks through it. */
record ApiDocument(JsonNode root) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static ApiDocument of(String json) {
        try {
            return new ApiDocument(JsonMapper.builder().build().readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("The document is no JSON", e);
        }
    }

    /** One thing that can be asked. */
    record Operation(String method, String path, JsonNode node, List<JsonNode> parameters) {
        String id() {
            return node.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method.toUpperCase(java.util.Locale.ROOT) + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    List<JsonNode> parameters = new ArrayList<>();
                    path.getValue().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                    method.getValue().path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
                    operations.add(new Operation(method.getKey(), path.getKey(), method.getValue(), parameters));
                }
            }
        }
        return operations;
    }

    /** What a node refers to; itself where it does not. Missing where it leads nowhere. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int step = 0; at.has("$ref"); step++) {
            String reference = at.get("$ref").asText();
            if (step == 20 || !reference.startsWith("#")) {
                return MissingNode.getInstance();
            }
            at = root.at(reference.substring(1));
        }
        return at;
    }
}
