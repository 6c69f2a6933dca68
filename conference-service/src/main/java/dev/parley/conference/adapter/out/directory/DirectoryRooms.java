package dev.parley.conference.adapter.out.directory;

import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms of the directory, as far as a conference needs to know them. Thread-safe. */
public final class DirectoryRooms {
    private static final String DEFAULT_LANGUAGE = "en";

    private final Map<String, ConferenceEntry> conferences = new ConcurrentHashMap<>();
    private final Map<String, TenantEntry> tenants = new ConcurrentHashMap<>();
    private final PinHash pinHash;
    private final int pinTries;
    private final Duration pinSilence;

    public DirectoryRooms(PinHash pinHash, int pinTries, Duration pinSilence) {
        this.pinHash = pinHash;
        this.pinTries = pinTries;
        this.pinSilence = pinSilence;
    }

    /** The directory has this entry now. */
    public void put(String key, DirectoryEntry entry) {
        switch (entry) {
            case ConferenceEntry conference -> conferences.put(key, conference);
            case TenantEntry tenant -> tenants.put(key, tenant);
            // An extension that was a conference may have become something else.
            case DirectoryEntry.PhoneEntry _, DirectoryEntry.IvrEntry _ -> conferences.remove(key);
            case DirectoryEntry.NumberEntry _,
                    DirectoryEntry.TrunkEntry _,
                    DirectoryEntry.ClassOfServiceEntry _,
                    DirectoryEntry.KeyMapEntry _,
                    DirectoryEntry.ApiKeyEntry _ -> {
                // How a call gets here is call-control's.
            }
        }
    }

    /** The directory no longer has an entry of this key. */
    public void remove(String key) {
        conferences.remove(key);
        tenants.remove(key);
    }

    /** The room's settings; none when there is no such room. */
    public Optional<RoomPolicy> find(RoomId room) {
        return options(room)
                .map(options -> new RoomPolicy(
                        options.pinHash().isPresent()
                                || options.moderatorPinHash().isPresent(),
                        options.maxMembers(),
                        false,
                        language(room),
                        pinTries,
                        pinSilence));
    }

    /** What these digits are in this room. */
    public PinMatch match(RoomId room, String digits) {
        return options(room).map(options -> match(room, options, digits)).orElse(PinMatch.NONE);
    }

    private PinMatch match(RoomId room, ConferenceOptions options, String digits) {
        if (isPin(room, options.moderatorPinHash(), digits)) {
            return PinMatch.MODERATOR_PIN;
        }
        return isPin(room, options.pinHash(), digits) ? PinMatch.PIN : PinMatch.NONE;
    }

    private boolean isPin(RoomId room, Optional<String> hash, String digits) {
        return hash.filter(known -> pinHash.matches(room, digits, known)).isPresent();
    }

    private Optional<ConferenceOptions> options(RoomId room) {
        String key = DirectoryEntry.extensionKey(room.tenant(), room.name());
        return Optional.ofNullable(conferences.get(key)).map(ConferenceEntry::options);
    }

    private String language(RoomId room) {
        return Optional.ofNullable(tenants.get("tenant/" + room.tenant()))
                .map(TenantEntry::language)
                .orElse(DEFAULT_LANGUAGE);
    }
}
