package dev.parley.directory.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** What operations are grouped by. */
final class Tags {
    private static final Map<String, String> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("api-keys", "Keys for programs."),
            Map.entry("audit", "Who changed what, and when."),
            Map.entry("classes-of-service", "Who may dial what outside."),
            Map.entry("configuration", "A whole tenant as one YAML document."),
            Map.entry("credentials", "What phones register with."),
            Map.entry("extensions", "What can be dialled: phones, conferences, menus."),
            Map.entry("key-maps", "What a moderator's keys do."),
            Map.entry("numbers", "Outside numbers (DIDs) and where they lead."),
            Map.entry("number-ranges", "Outside numbers that the operator has allotted to the tenant."),
            Map.entry("pin-policy", "Which PINs are too easy to guess."),
            Map.entry("prompts", "What callers hear, in the tenant's own words."),
            Map.entry("quotas", "How much a tenant may have at once."),
            Map.entry("tenants", "The provider's customers; for operators."),
            Map.entry("trunks", "Ways to the outside world.")));

    private Tags() {}

    static List<Tag> all() {
        return ALL.entrySet().stream()
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue()))
                .toList();
    }
}
