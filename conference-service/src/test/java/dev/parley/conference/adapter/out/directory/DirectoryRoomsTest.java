package dev.parley.conference.adapter.out.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.KeyAction;
import dev.parley.conference.domain.KeyMap;
import dev.parley.conference.domain.Manners;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.directory.RoomManners;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryRoomsTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final RoomId ROOM = RoomId.ofExtension(DEMO, "901");
    private static final Manners DEFAULT = new Manners(
            false,
            Optional.of(new Prompt("enter")),
            Optional.empty(),
            false,
            false,
            Manners.EndsWith.LAST,
            false,
            KeyMap.DEFAULT,
            Optional.empty());
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final PinHash hash = new PinHash("000102030405060708090a0b0c0d0e0f");
    private final DirectoryEntries entries = new DirectoryEntries();
    private final DirectoryRooms rooms = new DirectoryRooms(entries, hash, 3, SILENCE);

    @Test
    void anOpenRoomAsksForNothing() {
        put(conference(Optional.empty(), Optional.empty(), false));

        assertThat(rooms.find(ROOM)).contains(new RoomPolicy(false, 20, "en", 3, SILENCE, DEFAULT));
    }

    @Test
    void aRoomWithAPinAsksForIt() {
        put(conference(Optional.of("1234"), Optional.of("4321"), false));

        assertThat(rooms.find(ROOM))
                .hasValueSatisfying(policy -> assertThat(policy.pinRequired()).isTrue());
        assertThat(rooms.match(ROOM, "1234")).isEqualTo(PinMatch.PIN);
        assertThat(rooms.match(ROOM, "4321")).isEqualTo(PinMatch.MODERATOR_PIN);
        assertThat(rooms.match(ROOM, "1111")).isEqualTo(PinMatch.NONE);
        assertThat(rooms.match(ROOM, "")).isEqualTo(PinMatch.NONE);
    }

    @Test
    void aDynamicRoomTakesTheAdministratorForAModerator() {
        put(conference(Optional.of("1111"), Optional.of("9999"), true));

        assertThat(rooms.match(ROOM, "9999")).isEqualTo(PinMatch.MODERATOR_PIN);
    }

    @Test
    void thePinOfOneTenantIsOfNoUseInAnothers() {
        put(conference(Optional.of("1234"), Optional.empty(), false));

        assertThat(rooms.match(new RoomId("acme:901"), "1234")).isEqualTo(PinMatch.NONE);
        assertThat(rooms.find(new RoomId("acme:901"))).isEmpty();
    }

    @Test
    void promptsAreInTheTenantsLanguage() {
        put(conference(Optional.empty(), Optional.empty(), false));
        put(new TenantEntry(DEMO, "demo.parley.test", "Demo", "de"));

        assertThat(rooms.find(ROOM))
                .hasValueSatisfying(policy -> assertThat(policy.language()).isEqualTo("de"));
    }

    @Test
    void aRoomThatIsTakenBackOrBecomesAPhoneIsNoRoomAnyMore() {
        ConferenceEntry entry = conference(Optional.empty(), Optional.empty(), false);
        put(entry);
        entries.remove(entry.key());
        assertThat(rooms.find(ROOM)).isEmpty();

        put(entry);
        put(new PhoneEntry(DEMO, "901", "Anna"));
        assertThat(rooms.find(ROOM)).isEmpty();
    }

    @Test
    @DisplayName("R10 a phone has a local conference, with a PIN for those who join")
    void aPhoneHasALocalConference() {
        RoomId local = RoomId.ofOwner(DEMO, "801");
        assertThat(rooms.find(local)).isEmpty();
        put(new PhoneEntry(
                DEMO,
                "801",
                "Anna",
                Optional.of(new PhoneOptions(
                        List.of(),
                        Optional.empty(),
                        new PhoneOptions.LocalConference(Optional.of(hash.of(local, "55")), true, true)))));

        RoomPolicy policy = rooms.find(local).orElseThrow();
        assertThat(policy.pinRequired()).isTrue();
        assertThat(policy.manners().owner()).contains("801");
        assertThat(policy.manners().endsWith()).isEqualTo(Manners.EndsWith.OWNER);
        assertThat(policy.manners().announceName()).isTrue();
        assertThat(rooms.match(local, "55")).isEqualTo(PinMatch.PIN);
        assertThat(rooms.match(local, "56")).isEqualTo(PinMatch.NONE);
    }

    @Test
    @DisplayName("R9 only a phone has one")
    void onlyAPhoneHasALocalConference() {
        put(conference(Optional.empty(), Optional.empty(), false));

        assertThat(rooms.find(RoomId.ofOwner(DEMO, "901"))).isEmpty();
    }

    @Test
    @DisplayName("R7 a room's manners are the directory's")
    void theMannersAreTheDirectorys() {
        put(room("pairs"));

        assertThat(rooms.find(ROOM).orElseThrow().manners())
                .isEqualTo(new Manners(
                        true,
                        Optional.empty(),
                        Optional.of("music"),
                        true,
                        true,
                        Manners.EndsWith.LAST_MODERATOR,
                        true,
                        KeyMap.PRESETS.get("pairs"),
                        Optional.empty()));
    }

    @Test
    @DisplayName("R15 R16 a dynamic room needs an administrator, who goes aside by 0")
    void aDynamicRoom() {
        put(conference(Optional.of("1111"), Optional.of("9999"), true));

        Manners manners = rooms.find(ROOM).orElseThrow().manners();

        assertThat(manners.dynamic()).isTrue();
        assertThat(manners.keys().keys()).containsEntry("0", KeyAction.CONSULT);
        put(conference(Optional.of("1111"), Optional.of("9999"), false));
        assertThat(keys().keys()).doesNotContainKey("0");
    }

    @Test
    @DisplayName("R5 the key map is a preset, the tenant's own, or else the default")
    void theKeyMapIsTheTenantsOwn() {
        put(room("ours"));
        assertThat(keys()).isEqualTo(KeyMap.DEFAULT);

        put(new DirectoryEntry.KeyMapEntry(DEMO, "ours", Map.of("*4", "mute_all")));
        assertThat(keys()).isEqualTo(KeyMap.ofTenant(Map.of("*4", "mute_all")));
    }

    private KeyMap keys() {
        return rooms.find(ROOM).orElseThrow().manners().keys();
    }

    private static ConferenceEntry room(String keyMap) {
        return new ConferenceEntry(
                DEMO,
                "901",
                "Room",
                new ConferenceOptions(
                        Optional.empty(),
                        Optional.empty(),
                        20,
                        false,
                        Optional.of(new RoomManners(
                                true,
                                Optional.empty(),
                                Optional.of("music"),
                                true,
                                true,
                                RoomManners.EndPolicy.MODERATOR_LEAVES,
                                true,
                                keyMap))));
    }

    private void put(DirectoryEntry entry) {
        entries.put(entry.key(), entry);
    }

    private ConferenceEntry conference(Optional<String> pin, Optional<String> moderatorPin, boolean dynamic) {
        return new ConferenceEntry(
                DEMO,
                "901",
                "Room",
                new ConferenceOptions(
                        pin.map(digits -> hash.of(ROOM, digits)),
                        moderatorPin.map(digits -> hash.of(ROOM, digits)),
                        20,
                        dynamic));
    }
}
