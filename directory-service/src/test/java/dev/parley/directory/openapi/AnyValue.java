package dev.parley.directory.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes values of a schema: mostly as it asks, sometimes a little off, sometimes something else altogether. */
final class AnyValue {
    private static final int DEEPEST = 8;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    static final List<String> WORDS = List.of(
            "",
            "a",
            "demo",
            "801",
            "910",
            "700",
            "999",
            "1234",
            "0000",
            "+4930900910",
            "+49",
            "*92",
            "none",
            "enter",
            "welcome",
            "en",
            "demo.parley.test",
            "127.0.0.1",
            "2030-01-01T00:00:00Z",
            "not a time",
            "Zoë 🎉",
            "\u202Egnp",
            "\u0000",
            "'; drop table resource; --",
            "../../etc/passwd",
            "%00",
            "null",
            "-1",
            "1e999",
            " x ",
            "\n",
            "x".repeat(300),
            "é".repeat(5000));

    private final ApiDocument document;
    private final RandomGenerator random;
    private final double mischief;

    /** @param mischief how often a value is not as it should be, from 0 to 1 */
    AnyValue(ApiDocument document, RandomGenerator random, double mischief) {
        this.document = document;
        this.random = random;
        this.mischief = mischief;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode referring, int depth) {
        JsonNode schema = document.resolved(referring);
        if (random.nextDouble() < mischief || depth > DEEPEST) {
            return anything(0);
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.path("enum").size() > 0) {
            return one(schema.get("enum"));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.path(choice).size() > 0) {
                return of(one(schema.get(choice)), depth + 1);
            }
        }
        if (schema.path("allOf").size() > 0) {
            ObjectNode all = JSON.objectNode();
            schema.get("allOf").forEach(part -> {
                if (of(part, depth + 1) instanceof ObjectNode object) {
                    all.setAll(object);
                }
            });
            return all;
        }
        if (schema.path("examples").size() > 0 && random.nextInt(3) == 0) {
            return one(schema.get("examples"));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(number(schema));
            case "number" -> JSON.numberNode(number(schema) / 2.0);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "string" -> JSON.textNode(text(schema));
            default -> anything(0);
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText();
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText();
    }

    private JsonNode one(JsonNode choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        List<String> required = schema.path("required").findValuesAsText("");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean needed =
                    contains(schema.path("required"), property.getKey()) || required.contains(property.getKey());
            boolean shownOnly =
                    document.resolved(property.getValue()).path("readOnly").asBoolean();
            if (shownOnly
                    ? random.nextInt(20) == 0
                    : needed ? random.nextDouble() >= mischief / 2 : random.nextInt(3) == 0) {
                object.set(property.getKey(), of(property.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject()) {
            for (int more = random.nextInt(4); more > 0; more--) {
                object.set(word(), of(schema.get("additionalProperties"), depth + 1));
            }
        }
        if (random.nextDouble() < mischief) {
            object.set(word(), anything(0));
        }
        return object;
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode found : names) {
            if (found.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (int more = random.nextInt(random.nextDouble() < mischief ? 60 : 4); more > 0; more--) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private long number(JsonNode schema) {
        long from = schema.path("minimum").asLong(0);
        long to = schema.path("maximum").asLong(from + 100);
        return switch (random.nextInt(6)) {
            case 0 -> from;
            case 1 -> to;
            case 2 -> random.nextDouble() < mischief ? to + 1 : from;
            case 3 -> random.nextDouble() < mischief ? Long.MAX_VALUE : to;
            default -> random.nextLong(from, Math.max(from, to) + 1);
        };
    }

    private String text(JsonNode schema) {
        int longest = Math.min(schema.path("maxLength").asInt(20), 200);
        return switch (random.nextInt(5)) {
            case 0 -> word();
            case 1 -> String.valueOf(random.nextInt(700, 999));
            case 2 -> "+49" + random.nextInt(1_000_000, 9_999_999);
            default ->
                random.ints(random.nextInt(1, Math.max(2, longest)), 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        };
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 3 ? 7 : 9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextDouble() * 1e300);
            case 4 -> JSON.numberNode(new java.math.BigDecimal("1e400"));
            case 5, 6 -> JSON.textNode(word());
            case 7 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> JSON.objectNode().set(word(), anything(depth + 1));
        };
    }
}
