package dev.parley.directory.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which methods there are at which paths.
 *
 * <p>Where the path of one resource begins like that of another, the framework takes a method that is not there for a path
 * that is not there. Held against the description of the API by a test.
 */
public final class Paths {
    private static final Map<Pattern, List<String>> METHODS = new LinkedHashMap<>();
    private static final List<String> MANY = List.of("GET", "POST");
    private static final List<String> ONE = List.of("DELETE", "GET", "PATCH", "PUT");

    static {
        String in = "/v1/tenants/[^/]+/";
        String collections = "(?:extensions|credentials|numbers|number-ranges|trunks|classes-of-service|key-maps)";
        at("/v1/(?:tenants|trunks)", MANY);
        at("/v1/(?:tenants|trunks|extensions)/[^/]+", ONE);
        at(in + collections, MANY);
        at(in + collections + "/[^/]+", ONE);
        at(in + "trunks/[^/]+/source-confirmation", List.of("DELETE", "PUT"));
        at(in + "(?:quotas|pin-policy)", ONE);
        at(in + "configuration", List.of("GET", "PUT"));
        at("(?:/v1/|" + in + ")audit", List.of("GET"));
        at("(?:/v1/|" + in + ")api-keys", MANY);
        at("(?:/v1/|" + in + ")api-keys/[^/]+", List.of("DELETE", "GET"));
        at(in + "prompts", List.of("GET"));
        at(in + "prompts/[^/]+/[^/]+", List.of("DELETE", "GET", "PUT"));
    }

    private Paths() {}

    private static void at(String path, List<String> methods) {
        METHODS.put(Pattern.compile(path), methods);
    }

    /** The methods of a path; none where there is no such path. */
    public static Optional<List<String>> methods(String path) {
        return METHODS.entrySet().stream()
                .filter(known -> known.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
