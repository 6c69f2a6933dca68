package dev.parley.directory.extension;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.extension.Extension.Conference;
import dev.parley.directory.extension.Extension.Ivr;
import dev.parley.directory.extension.Extension.Phone;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Extensions of all types. */
@ApplicationScoped
public class ExtensionKind implements Kind<Extension> {
    public static final String COLLECTION = "extensions";

    /** Says of a sound that there is none. */
    static final String NO_SOUND = "none";

    static final String PIN = "pin";
    static final String MODERATOR_PIN = "moderator_pin";
    static final String CONFERENCE_PIN = "conference_pin";

    private static final String ENTRY = "extension";

    private final PinHash pins;
    private final Instance<ExtensionCheck> checks;

    ExtensionKind(@ConfigProperty(name = "parley.pin-key") String pinKey, Instance<ExtensionCheck> checks) {
        this.pins = new PinHash(pinKey);
        this.checks = checks;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "an extension";
    }

    @Override
    public Class<Extension> type() {
        return Extension.class;
    }

    @Override
    public String nameField() {
        return "extension";
    }

    @Override
    public Set<String> filters() {
        return Set.of("type", "extension", "name");
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(PIN, MODERATOR_PIN, CONFERENCE_PIN);
    }

    @Override
    public Set<String> secretFields(ObjectNode body) {
        return switch (body.path("type").asText()) {
            case "phone" -> Set.of(CONFERENCE_PIN);
            case "conference" -> Set.of(PIN, MODERATOR_PIN);
            default -> Set.of();
        };
    }

    @Override
    public Map<String, String> seal(ResourceId id, Extension extension, World world) {
        TenantId tenant = new TenantId(id.tenant());
        Map<String, String> sealed = new HashMap<>();
        switch (extension) {
            case Phone phone ->
                seal(sealed, CONFERENCE_PIN, localRoom(tenant, phone.extension()), phone.conferencePin());
            case Conference conference -> {
                RoomId room = RoomId.ofExtension(tenant, conference.extension());
                seal(sealed, PIN, room, conference.pin());
                seal(sealed, MODERATOR_PIN, room, conference.moderatorPin());
            }
            case Ivr _ -> {}
        }
        return sealed;
    }

    private void seal(Map<String, String> sealed, String field, RoomId room, @Nullable String pin) {
        if (pin != null) {
            sealed.put(field, pins.of(room, pin));
        }
    }

    private static RoomId localRoom(TenantId tenant, String extension) {
        return new RoomId(tenant.value() + ":local-" + extension);
    }

    @Override
    public List<Reference> references(Extension extension) {
        return ExtensionRules.references(extension);
    }

    @Override
    public Map<String, String> prompts(Extension extension) {
        return switch (extension) {
            case Phone _ -> Map.of();
            case Conference room -> {
                Map<String, String> played = new HashMap<>();
                played.put("/enter_sound", room.enterSound());
                played.put("/music_on_hold_sound", room.musicOnHoldSound());
                played.values().removeIf(NO_SOUND::equals);
                yield played;
            }
            case Ivr ivr -> Map.of("/menu/prompt", ivr.menu().prompt());
        };
    }

    @Override
    public List<Violation> check(Extension extension, Situation<Extension> situation) {
        List<Violation> violations = new ArrayList<>(ExtensionRules.check(
                extension, situation, number -> situation.world().find(this, number)));
        checks.forEach(other -> violations.addAll(other.check(extension, situation.world())));
        return violations;
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of(ENTRY);
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of(DirectoryEntry.extensionKey(new TenantId(id.tenant()), id.name()));
    }

    @Override
    public Optional<DirectoryEntry> entry(
            ResourceId id, Extension extension, Map<String, String> secrets, World world) {
        return Optional.of(ExtensionEntries.entry(new TenantId(id.tenant()), extension, secrets));
    }
}
