package dev.parley.conference.adapter.out.directory;

import dev.parley.conference.domain.KeyMap;
import dev.parley.conference.domain.Manners;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.KeyMapEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PhoneOptions.LocalConference;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.directory.RoomManners;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.util.Optional;

/** The rooms of the directory, as far as a conference needs to know them. Thread-safe. */
public final class DirectoryRooms {
    private static final String DEFAULT_LANGUAGE = "en";

    private final DirectoryEntries entries;
    private final PinHash pinHash;
    private final int pinTries;
    private final Duration pinSilence;

    public DirectoryRooms(DirectoryEntries entries, PinHash pinHash, int pinTries, Duration pinSilence) {
        this.entries = entries;
        this.pinHash = pinHash;
        this.pinTries = pinTries;
        this.pinSilence = pinSilence;
    }

    /** The room's settings; none when there is no such room. */
    public Optional<RoomPolicy> find(RoomId room) {
        return room.owner().isPresent()
                ? room.owner().flatMap(owner -> local(room, owner))
                : options(room).map(options -> policy(room, options));
    }

    /** How a room that does not exist pretends to be. */
    public RoomPolicy pretence(RoomId room) {
        return new RoomPolicy(
                true, ConferenceOptions.DEFAULT_MAX_MEMBERS, language(room), pinTries, pinSilence, Manners.PLAIN);
    }

    private RoomPolicy policy(RoomId room, ConferenceOptions options) {
        boolean pinRequired =
                options.pinHash().isPresent() || options.moderatorPinHash().isPresent();
        Manners manners = manners(room.tenant(), options.manners().orElse(RoomManners.DEFAULT), options.dynamic());
        return new RoomPolicy(pinRequired, options.maxMembers(), language(room), pinTries, pinSilence, manners);
    }

    private Manners manners(TenantId tenant, RoomManners manners, boolean dynamic) {
        KeyMap keys = keys(tenant, manners.keyMap());
        return new Manners(
                manners.announceCallerName(),
                manners.enterSound().map(Prompt::new),
                manners.musicOnHoldSound(),
                manners.muteNonModerator(),
                manners.recordEnabled(),
                switch (manners.endPolicy()) {
                    case LAST_LEAVES -> Manners.EndsWith.LAST;
                    case MODERATOR_LEAVES -> Manners.EndsWith.LAST_MODERATOR;
                },
                manners.waitForModerator(),
                dynamic ? keys.withConsultations() : keys,
                Optional.empty(),
                dynamic);
    }

    /** A name that means nothing (any more) means the default. */
    private KeyMap keys(TenantId tenant, String name) {
        return entries.find("key-map/" + tenant + "/" + name, KeyMapEntry.class)
                .map(entry -> KeyMap.ofTenant(entry.keys()))
                .orElseGet(() -> KeyMap.PRESETS.getOrDefault(name, KeyMap.DEFAULT));
    }

    /** For those who join, only the PIN and the announcement apply (R10). */
    private Optional<RoomPolicy> local(RoomId room, String owner) {
        return localOptions(room, owner)
                .map(options -> new RoomPolicy(
                        options.pinHash().isPresent(),
                        ConferenceOptions.DEFAULT_MAX_MEMBERS,
                        language(room),
                        pinTries,
                        pinSilence,
                        new Manners(
                                options.announceCallerName(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false,
                                options.endOnExit() ? Manners.EndsWith.OWNER : Manners.EndsWith.LAST,
                                false,
                                KeyMap.DEFAULT,
                                Optional.of(owner))));
    }

    /** What these digits are in this room. */
    public PinMatch match(RoomId room, String digits) {
        Optional<String> owner = room.owner();
        if (owner.isPresent()) {
            return localOptions(room, owner.get())
                            .filter(options -> isPin(room, options.pinHash(), digits))
                            .isPresent()
                    ? PinMatch.PIN
                    : PinMatch.NONE;
        }
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
        return entries.find(DirectoryEntry.extensionKey(room.tenant(), room.name()), ConferenceEntry.class)
                .map(ConferenceEntry::options);
    }

    private Optional<LocalConference> localOptions(RoomId room, String owner) {
        return entries.find(DirectoryEntry.extensionKey(room.tenant(), owner), PhoneEntry.class)
                .map(phone -> phone.options().orElse(PhoneOptions.DEFAULT).localConference());
    }

    private String language(RoomId room) {
        return entries.find("tenant/" + room.tenant(), TenantEntry.class)
                .map(TenantEntry::language)
                .orElse(DEFAULT_LANGUAGE);
    }
}
