package dev.parley.callcontrol.dialplan;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.IvrEntry;
import dev.parley.contracts.directory.DirectoryEntry.KeyMapEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the directory knows, by key. Reading it never waits for anything; the map may change behind it. */
public final class Directory {
    private final Map<String, DirectoryEntry> entries;

    private Directory(Map<String, DirectoryEntry> entries) {
        this.entries = entries;
    }

    /** A directory that follows the map. */
    public static Directory live(Map<String, DirectoryEntry> entries) {
        return new Directory(entries);
    }

    Optional<TenantEntry> tenant(TenantId tenant) {
        return entry("tenant/" + tenant, TenantEntry.class);
    }

    Optional<DirectoryEntry> extension(TenantId tenant, String extension) {
        return entry(DirectoryEntry.extensionKey(tenant, extension), DirectoryEntry.class);
    }

    Optional<PhoneEntry> phone(TenantId tenant, String extension) {
        return entry(DirectoryEntry.extensionKey(tenant, extension), PhoneEntry.class);
    }

    /** The outside number by which the room can be reached; none: it has none. */
    public Optional<String> ownNumber(RoomId room) {
        return numbers(room.tenant())
                .filter(number -> number.destination().equals(room.name()))
                .map(NumberEntry::number)
                .findFirst();
    }

    Optional<String> firstNumber(TenantId tenant) {
        return numbers(tenant).map(NumberEntry::number).findFirst();
    }

    private Stream<NumberEntry> numbers(TenantId tenant) {
        return entries.values().stream()
                .filter(NumberEntry.class::isInstance)
                .map(NumberEntry.class::cast)
                .filter(number -> number.tenant().equals(tenant))
                .sorted(Comparator.comparing(NumberEntry::number));
    }

    Optional<TrunkEntry> trunk(String name) {
        return entry("trunk/" + name, TrunkEntry.class);
    }

    /** The rooms in which a call can become a conference (R15, R21), by number. */
    public List<RoomId> dynamicRooms(TenantId tenant) {
        return entries.values().stream()
                .filter(ConferenceEntry.class::isInstance)
                .map(ConferenceEntry.class::cast)
                .filter(conference -> conference.tenant().equals(tenant)
                        && conference.options().dynamic()
                        && conference.options().moderatorPinHash().isPresent())
                .map(ConferenceEntry::extension)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(extension -> RoomId.ofExtension(tenant, extension))
                .toList();
    }

    Optional<NumberEntry> number(String number) {
        return entry("number/" + number, NumberEntry.class);
    }

    Stream<TrunkEntry> trunksOf(TenantId tenant) {
        return entries.values().stream()
                .filter(TrunkEntry.class::isInstance)
                .map(TrunkEntry.class::cast)
                .filter(trunk -> trunk.tenant().map(tenant::equals).orElse(true));
    }

    /**
     * What holds for outside calls on an extension's account: its own class, else the tenant's.
     *
     * @return none where everything is allowed
     */
    Optional<String> className(TenantId tenant, Optional<String> account) {
        return account.flatMap(extension -> phone(tenant, extension))
                .flatMap(PhoneEntry::options)
                .flatMap(PhoneOptions::classOfService)
                .or(() -> tenant(tenant).flatMap(TenantEntry::limits).flatMap(TenantLimits::classOfService));
    }

    Optional<ClassOfServiceEntry> classOfService(TenantId tenant, String name) {
        return entry("class-of-service/" + tenant + "/" + name, ClassOfServiceEntry.class);
    }

    /** The language in which the tenant is spoken to. */
    public String language(TenantId tenant) {
        return tenant(tenant).map(TenantEntry::language).orElse("en");
    }

    /** The name of an extension, such as its owner's. */
    public Optional<String> name(TenantId tenant, String extension) {
        return extension(tenant, extension).map(entry -> switch (entry) {
            case PhoneEntry phone -> phone.name();
            case ConferenceEntry conference -> conference.name();
            case IvrEntry ivr -> ivr.name();
            case TenantEntry _, NumberEntry _, TrunkEntry _, ClassOfServiceEntry _, KeyMapEntry _, ApiKeyEntry _ -> "";
        });
    }

    private <T extends DirectoryEntry> Optional<T> entry(String key, Class<T> kind) {
        return Optional.ofNullable(entries.get(key)).filter(kind::isInstance).map(kind::cast);
    }
}
