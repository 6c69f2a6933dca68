package dev.parley.directory.extension;

import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.IvrEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.RoomManners;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.extension.Extension.Conference;
import dev.parley.directory.extension.Extension.Ivr;
import dev.parley.directory.extension.Extension.Phone;
import java.util.Map;
import java.util.Optional;

/** What everybody is told of extensions; of PINs, their hashes. */
final class ExtensionEntries {
    private ExtensionEntries() {}

    static DirectoryEntry entry(TenantId tenant, Extension extension, Map<String, String> secrets) {
        return switch (extension) {
            case Phone phone ->
                new PhoneEntry(tenant, phone.extension(), phone.name(), Optional.of(options(phone, secrets)));
            case Conference room -> new ConferenceEntry(tenant, room.extension(), room.name(), options(room, secrets));
            case Ivr ivr ->
                new IvrEntry(tenant, ivr.extension(), ivr.name(), ivr.menu().toContract());
        };
    }

    private static PhoneOptions options(Phone phone, Map<String, String> secrets) {
        return new PhoneOptions(
                phone.forwarding().stream().map(Forwarding::toContract).toList(),
                Optional.ofNullable(phone.classOfService()),
                new PhoneOptions.LocalConference(
                        Optional.ofNullable(secrets.get(ExtensionKind.CONFERENCE_PIN)),
                        phone.conferenceEndOnExit(),
                        phone.conferenceAnnounceCallerName()),
                Optional.ofNullable(phone.presentedNumber()),
                Optional.of(phone.withholdNumber()));
    }

    private static ConferenceOptions options(Conference room, Map<String, String> secrets) {
        RoomManners.EndPolicy end = switch (room.endPolicy()) {
            case LAST_LEAVES -> RoomManners.EndPolicy.LAST_LEAVES;
            case MODERATOR_LEAVES -> RoomManners.EndPolicy.MODERATOR_LEAVES;
        };
        RoomManners manners = new RoomManners(
                room.announceCallerName(),
                sound(room.enterSound()),
                sound(room.musicOnHoldSound()),
                room.muteNonModerator(),
                room.recordEnabled(),
                end,
                room.waitForModerator(),
                room.keyMap());
        return new ConferenceOptions(
                Optional.ofNullable(secrets.get(ExtensionKind.PIN)),
                Optional.ofNullable(secrets.get(ExtensionKind.MODERATOR_PIN)),
                room.maxMembers(),
                room.dynamic(),
                Optional.of(manners));
    }

    private static Optional<String> sound(String prompt) {
        return prompt.equals(ExtensionKind.NO_SOUND) ? Optional.empty() : Optional.of(prompt);
    }
}
