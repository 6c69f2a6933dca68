package dev.parley.directory.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.credential.CredentialKind;
import dev.parley.directory.extension.ExtensionKind;
import dev.parley.directory.number.NumberKind;
import dev.parley.directory.number.NumberRangeKind;
import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Change;
import dev.parley.directory.resource.Condition;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.resource.Request;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Resources;
import dev.parley.directory.resource.Terms;
import dev.parley.directory.tenant.TenantKind;
import dev.parley.directory.trunk.TrunkKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The world that the demo, the tests and the README speak of: two tenants with the same numbers, so that anybody can see
 * that they are apart. Its passwords and PINs are public; it is no world for production.
 */
@ApplicationScoped
public class DemoWorld {
    private static final Terms OPERATORS = new Terms(true, true, Set.of());
    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_PHONE = 801;
    private static final int LAST_PHONE = 806;
    private static final String FORWARDED_PHONE = "805";
    // 910 is the one that everybody knows; the others are for measurements over many rooms.
    private static final int FIRST_OPEN_ROOM = 910;
    private static final int LAST_OPEN_ROOM = 919;
    private static final String OPEN_ROOM = "910";
    private static final String MENU = "700";

    private final Resources resources;
    private final Documents documents;

    DemoWorld(Resources resources, Documents documents) {
        this.resources = resources;
        this.documents = documents;
    }

    /** Makes sure of all of it; what else there is, and what was changed since, stays as it is. */
    void create() {
        make(List.of(
                tenant("demo", "Demo"),
                tenant("acme", "Acme"),
                trunk("pstn", 5090, List.of("+", "00"), true),
                trunk("gsm", 5091, List.of("07"), false)));
        List<Change> demo = inTenant("demo");
        demo.add(range("demo", "+4930900"));
        demo.add(number("+4930900910", OPEN_ROOM, Map.of()));
        demo.add(number("+4930900700", MENU, Map.of()));
        demo.add(number("+4930900911", OPEN_ROOM, Map.of("callback", Map.of("manner", "refuse", "delay_seconds", 1))));
        make(demo);
        List<Change> acme = inTenant("acme");
        acme.add(range("acme", "+4930901"));
        make(acme);
    }

    private void make(List<Change> wanted) {
        List<Change> changes = wanted.stream().filter(this::isUntouched).toList();
        if (changes.isEmpty()) {
            return;
        }
        String tenant = changes.getFirst().id().tenant();
        List<Answer> answers =
                resources.applyAll(Request.of(tenant, changes, false).on(OPERATORS));
        answers.stream()
                .filter(answer -> !(answer instanceof Answer.Done))
                .findFirst()
                .ifPresent(answer -> {
                    throw new IllegalStateException("The demo world cannot be: " + answer);
                });
    }

    private boolean isUntouched(Change change) {
        return resources
                .find(change.id())
                .map(found -> found.created().equals(found.updated()))
                .orElse(true);
    }

    private Change tenant(String slug, String name) {
        return put(
                ResourceId.OPERATOR,
                TenantKind.COLLECTION,
                slug,
                Map.of("tenant", slug, "domain", slug + ".parley.test", "name", name, "language", "en"));
    }

    private List<Change> inTenant(String tenant) {
        List<Change> changes = new ArrayList<>();
        for (int number = FIRST_PHONE; number <= LAST_PHONE; number++) {
            String phone = String.valueOf(number);
            changes.add(phone(tenant, phone));
            changes.add(put(
                    tenant,
                    CredentialKind.COLLECTION,
                    phone,
                    Map.of("extension", phone, "password", "parley-" + tenant + "-" + phone)));
        }
        for (int number = FIRST_OPEN_ROOM; number <= LAST_OPEN_ROOM; number++) {
            changes.add(extension(tenant, String.valueOf(number), "conference", Map.of("name", "Open room")));
        }
        changes.add(extension(
                tenant, "901", "conference", Map.of("name", "Room with PIN", "pin", "1234", "moderator_pin", "4321")));
        changes.add(extension(
                tenant,
                "900",
                "conference",
                Map.of("name", "Dynamic room", "pin", "1111", "moderator_pin", "9999", "dynamic", true)));
        changes.add(extension(
                tenant,
                MENU,
                "ivr",
                Map.of(
                        "name",
                        "Main menu",
                        "menu",
                        Map.of("prompt", "main-menu", "choices", Map.of("1", OPEN_ROOM, "2", "801")))));
        return changes;
    }

    private Change phone(String tenant, String number) {
        Map<String, Object> forwarded = number.equals(FORWARDED_PHONE)
                ? Map.of("forwarding", List.of(Map.of("when", "always", "destination", OPEN_ROOM)))
                : Map.of();
        Map<String, Object> fields = new HashMap<>(forwarded);
        fields.put("name", "Phone " + number);
        return extension(tenant, number, "phone", fields);
    }

    private Change extension(String tenant, String number, String type, Map<String, Object> settings) {
        Map<String, Object> fields = new HashMap<>(settings);
        fields.put("type", type);
        return put(tenant, ExtensionKind.COLLECTION, number, fields);
    }

    private Change range(String tenant, String prefix) {
        return put(tenant, NumberRangeKind.COLLECTION, prefix, Map.of());
    }

    private Change number(String number, String destination, Map<String, Object> settings) {
        Map<String, Object> fields = new HashMap<>(settings);
        fields.put("destination", destination);
        return put("demo", NumberKind.COLLECTION, number, fields);
    }

    private Change trunk(String name, int port, List<String> prefixes, boolean answerSupervision) {
        return put(
                ResourceId.OPERATOR,
                TrunkKind.COLLECTION,
                name,
                Map.of(
                        "host", LOOPBACK,
                        "port", port,
                        "source_address", LOOPBACK,
                        "source_port", port,
                        "prefixes", prefixes,
                        "answer_supervision", answerSupervision));
    }

    private Change put(String tenant, String collection, String name, Map<String, Object> fields) {
        ObjectNode document = (ObjectNode) documents.tree(fields);
        return new Change.Put(new ResourceId(tenant, collection, name), document, new Condition.Any());
    }
}
