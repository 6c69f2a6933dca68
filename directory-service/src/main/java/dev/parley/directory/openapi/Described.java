package dev.parley.directory.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a collection, or the one document of a tenant, is called in the description.
 *
 * @param segment the last part of its path
 * @param schema of one document
 * @param noun one of them, in sentences
 * @param plural many of them, in sentences
 * @param one what operations are called that are about one
 * @param filters fields that lists can be filtered by
 * @param example a document to begin with
 */
record Described(
        String segment,
        String schema,
        String noun,
        String plural,
        String one,
        List<String> filters,
        Map<String, Object> example) {
    private static final List<Described> ALL = List.of(
            new Described(
                    "tenants",
                    "Tenant",
                    "a tenant",
                    "tenants",
                    "Tenant",
                    List.of("tenant", "domain", "name", "language"),
                    ordered("tenant", "demo", "domain", "demo.parley.test", "name", "Demo")),
            new Described(
                    "extensions",
                    "Extension",
                    "an extension",
                    "extensions",
                    "Extension",
                    List.of("type", "extension", "name"),
                    ordered("type", "conference", "extension", "910", "name", "Open room", "max_members", 20)),
            new Described(
                    "credentials",
                    "Credential",
                    "a credential",
                    "credentials",
                    "Credential",
                    List.of("username", "extension"),
                    ordered("username", "801", "extension", "801", "password", "correct horse battery")),
            new Described(
                    "numbers",
                    "Number",
                    "a number",
                    "numbers",
                    "Number",
                    List.of("number", "destination"),
                    ordered("number", "+4930900910", "destination", "910")),
            new Described(
                    "number-ranges",
                    "NumberRange",
                    "a number range",
                    "number ranges",
                    "NumberRange",
                    List.of("range", "match"),
                    ordered("range", "+4930900", "match", "prefix")),
            new Described(
                    "trunks",
                    "Trunk",
                    "a trunk",
                    "trunks",
                    "Trunk",
                    List.of("name"),
                    ordered(
                            "name",
                            "pstn",
                            "host",
                            "sip.carrier.example",
                            "source_address",
                            "192.0.2.10",
                            "prefixes",
                            List.of("+"))),
            new Described(
                    "classes-of-service",
                    "ClassOfService",
                    "a class of service",
                    "classes of service",
                    "ClassOfService",
                    List.of("name"),
                    ordered("name", "national", "prefixes", List.of("+49"), "concurrent_calls", 2)),
            new Described(
                    "key-maps",
                    "KeyMap",
                    "a key map",
                    "key maps",
                    "KeyMap",
                    List.of("name"),
                    ordered("name", "ours", "keys", ordered("*94", "lock", "*95", "unlock"))),
            new Described(
                    "quotas",
                    "Quotas",
                    "the tenant's quotas",
                    "quotas",
                    "Quotas",
                    List.of(),
                    ordered("conferences", 50, "outside_calls", 30)),
            new Described(
                    "pin-policy",
                    "PinPolicy",
                    "the tenant's PIN policy",
                    "PIN policies",
                    "PinPolicy",
                    List.of(),
                    ordered("min_length", 6)));

    /** Names and values in turn. In this order, so that the description is the same every time. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            ordered.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return ordered;
    }

    static List<Described> all() {
        return ALL;
    }

    static Optional<Described> at(String segment) {
        return ALL.stream().filter(found -> found.segment().equals(segment)).findFirst();
    }

    boolean single() {
        return filters.isEmpty();
    }

    /** What operations are called that are about many. */
    String many() {
        return one.endsWith("Service") ? "ClassesOfService" : one + "s";
    }
}
