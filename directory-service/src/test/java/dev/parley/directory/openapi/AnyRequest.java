package dev.parley.directory.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.directory.openapi.ApiDocument.Operation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes requests of a document. The same source makes the same requests. */
final class AnyRequest {
    /** What there is in the demo world, so that many requests are about something. */
    private static final List<String> NAMES = List.of(
            "801",
            "805",
            "700",
            "900",
            "910",
            "+4930900910",
            "pstn",
            "gsm",
            "demo",
            "acme",
            "national",
            "ours",
            "default");

    private static final List<String> TENANTS = List.of("demo", "demo", "demo", "demo", "acme", "nobody");

    private final ApiDocument document;
    private final List<Operation> operations;
    private final String base;
    private final List<String> keys;
    private final RandomGenerator random;

    AnyRequest(ApiDocument document, String base, List<String> keys, RandomGenerator random) {
        this.document = document;
        this.operations = document.operations().stream()
                .filter(operation -> operation.path().startsWith("/v1"))
                .toList();
        this.base = base;
        this.keys = keys;
        this.random = random;
    }

    /** @param shown how to say it again, in case it finds something */
    record Made(Operation operation, HttpRequest request, String shown) {}

    Made next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        // A third as the document asks, a third a little off, a third a mess.
        double mischief = List.of(0.0, 0.05, 0.3).get(random.nextInt(3));
        AnyValue values = new AnyValue(document, random, mischief);
        String path = operation.path();
        List<String> query = new ArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(inPath(name, mischief, values)));
                case "query" -> {
                    if (random.nextInt(4) == 0) {
                        query.add(encoded(name) + "="
                                + encoded(values.of(parameter.path("schema")).asText()));
                    }
                }
                case "header" -> {
                    if (random.nextInt(4) == 0) {
                        request.header(
                                name, plain(values.of(parameter.path("schema")).asText()));
                    }
                }
                default -> throw new AssertionError("No place for " + parameter);
            }
        }
        if (random.nextDouble() < mischief) {
            query.add(encoded(values.word()) + "=" + encoded(values.word()));
        }
        String uri = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
        byte[] body = body(operation, mischief, values, request);
        identify(request, mischief);
        request.uri(URI.create(base + uri))
                .method(
                        operation.method().toUpperCase(Locale.ROOT),
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        HttpRequest made = request.build();
        return new Made(
                operation,
                made,
                made.method() + " " + uri + " " + made.headers().map() + " "
                        + new String(body, 0, Math.min(body.length, 1000), StandardCharsets.UTF_8));
    }

    private String inPath(String name, double mischief, AnyValue values) {
        if (random.nextDouble() < mischief) {
            return values.word().isEmpty() ? "-" : values.word() + "-";
        }
        if (name.equals("tenant")) {
            return TENANTS.get(random.nextInt(TENANTS.size()));
        }
        return random.nextInt(3) == 0
                ? String.valueOf(random.nextInt(700, 999))
                : NAMES.get(random.nextInt(NAMES.size()));
    }

    private void identify(HttpRequest.Builder request, double mischief) {
        if (random.nextDouble() < mischief / 3) {
            request.header("Authorization", "Bearer pk_unknownx_" + "0".repeat(40));
        } else if (random.nextDouble() >= mischief / 3) {
            request.header("X-API-Key", keys.get(random.nextInt(keys.size())));
        }
    }

    private byte[] body(Operation operation, double mischief, AnyValue values, HttpRequest.Builder request) {
        List<Map.Entry<String, JsonNode>> contents = new ArrayList<>(
                operation.node().path("requestBody").path("content").properties());
        if (contents.isEmpty()) {
            return new byte[0];
        }
        Map.Entry<String, JsonNode> content = contents.get(random.nextInt(contents.size()));
        request.header("Content-Type", random.nextDouble() < mischief / 4 ? "text/plain" : content.getKey());
        JsonNode schema = content.getValue().path("schema");
        byte[] body = content.getKey().startsWith("audio/")
                ? sound()
                : (content.getValue().has("example") && random.nextInt(4) == 0
                                ? content.getValue().get("example")
                                : values.of(schema))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        if (random.nextDouble() < mischief && body.length > 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt();
        }
        return body;
    }

    private byte[] sound() {
        byte[] wav = new byte[44 + 1600];
        byte[] header = java.util.HexFormat.of()
                .parseHex("524946466406000057415645666d74201000000001000100803e0000007d00000200100064617461"
                        + "40060000");
        System.arraycopy(header, 0, wav, 0, header.length);
        return wav;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a client can send in a header at all. */
    private static String plain(String text) {
        String visible = text.replaceAll("[^\\x21-\\x7e]", "");
        return visible.isEmpty() ? "x" : visible;
    }
}
