package dev.parley.conference.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.domain.Cause;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Consultation;
import dev.parley.conference.domain.ConsultationStage;
import dev.parley.conference.domain.Consultations;
import dev.parley.conference.domain.Course;
import dev.parley.conference.domain.Dialog;
import dev.parley.conference.domain.Invitation;
import dev.parley.conference.domain.InvitationStage;
import dev.parley.conference.domain.KeyAction;
import dev.parley.conference.domain.KeyMap;
import dev.parley.conference.domain.Leg;
import dev.parley.conference.domain.Manners;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.PinEntry;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Role;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.conference.domain.Roster;
import dev.parley.conference.domain.Voice;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Snapshots once written must be read for ever: the files are never changed, only added to. */
class StateJsonTest {
    private static final StateJson JSON = new StateJson(new DigitSeal("000102030405060708090a0b0c0d0e0f"));
    private static final ConferenceState FIRST = new ConferenceState.Live(
            7,
            new RoomPolicy(true, 20, "en", 3, Duration.ofSeconds(10), withoutKeys(Manners.PLAIN)),
            new Roster(List.of(
                    new Leg.Member(
                            dialog("l1", 0, "801", true),
                            new ParticipantId("p1"),
                            Role.MODERATOR,
                            new Voice(false, false, false, false, false),
                            Optional.empty(),
                            "",
                            Optional.empty()),
                    new Leg.EnteringPin(dialog("l2", 1, "802", false), new PinEntry(2, "12")),
                    new Leg.Opening(dialog("l3", 1, "803", false), true),
                    new Leg.Leaving(dialog("l4", 1, "804", false)))),
            new ConferenceId("c1"),
            9,
            new Course(false, false, true, Optional.empty()));

    private static final Invitation INVITATION =
            new Invitation(new InvitationId("i1"), Optional.of(new ParticipantId("p1")), Role.PARTICIPANT, true);

    private static final ConferenceState LIVE = new ConferenceState.Live(
            8,
            new RoomPolicy(
                    true,
                    20,
                    "en",
                    3,
                    Duration.ofSeconds(10),
                    new Manners(
                            true,
                            Optional.of(new Prompt("joined")),
                            Optional.of("music"),
                            true,
                            true,
                            Manners.EndsWith.LAST_MODERATOR,
                            true,
                            new KeyMap(Map.of("*1", KeyAction.MUTE_SELF)),
                            Optional.of("801"))),
            new Roster(List.of(
                    new Leg.EnteringPin(dialog("l2", 1, "802", false), new PinEntry(2, "", true)),
                    new Leg.Naming(dialog("l3", 1, "803", false), Role.PARTICIPANT, Cause.KEYPAD, true),
                    new Leg.Invited(dialog("l4", 1, "804", false), INVITATION, InvitationStage.EARLY_MEDIA),
                    new Leg.Member(
                            dialog("l1", 0, "801", true),
                            new ParticipantId("p1"),
                            Role.MODERATOR,
                            new Voice(true, true, true, true, true),
                            Optional.of(INVITATION),
                            "*8",
                            Optional.of(new RecordingId("r1"))))),
            new ConferenceId("c1"),
            9,
            new Course(true, true, true, Optional.of(new RecordingId("r2"))));

    @Test
    void aLiveRoomOfVersionOneIsReadForEver() throws IOException {
        assertThat(JSON.read(file("live-v1"))).isEqualTo(FIRST);
    }

    @Test
    void anIdleRoomOfVersionOneIsReadForEver() throws IOException {
        assertThat(JSON.read(file("idle-v1"))).isEqualTo(new ConferenceState.Idle(7));
    }

    @Test
    void aLiveRoomOfVersionTwoIsReadForEver() throws IOException {
        assertThat(JSON.read(file("live-v2"))).isEqualTo(LIVE);
    }

    @Test
    void aLiveRoomOfVersionThreeIsReadForEver() throws IOException {
        assertThat(JSON.read(file("live-v3"))).isEqualTo(aside());
    }

    @Test
    void whatIsWrittenIsReadTheSame() {
        assertThat(JSON.read(JSON.write(aside()))).isEqualTo(aside());
        assertThat(JSON.read(JSON.write(LIVE))).isEqualTo(LIVE);
        assertThat(JSON.read(JSON.write(FIRST))).isEqualTo(FIRST);
    }

    @Test
    void aSnapshotOfALaterVersionIsNotGuessedAt() {
        assertThatThrownBy(() -> JSON.read("{\"version\": 4, \"state\": {}}"))
                .hasMessageContaining("version 3, but it is 4");
    }

    /** As version two, in a dynamic room that was a call, with somebody aside. */
    private static ConferenceState aside() {
        ConferenceState.Live live = (ConferenceState.Live) LIVE;
        RoomPolicy policy = live.policy();
        Manners manners = policy.manners();
        List<Leg> legs = new ArrayList<>(live.roster().legs());
        legs.add(
                3,
                new Leg.Consulted(
                        new Dialog(new LegId("l5"), 1, Party.outside("+491"), false), new ConsultationId("k1")));
        return new ConferenceState.Live(
                live.revision(),
                new RoomPolicy(
                        policy.pinRequired(),
                        policy.seats(),
                        policy.language(),
                        policy.pinTries(),
                        policy.pinSilence(),
                        new Manners(
                                manners.announceName(),
                                manners.enterSound(),
                                manners.music(),
                                manners.muteNonModerator(),
                                manners.recordInvited(),
                                manners.endsWith(),
                                manners.waitForModerator(),
                                manners.keys(),
                                Optional.empty(),
                                true)),
                new Roster(legs),
                live.conference(),
                live.sequence(),
                live.course(),
                new Consultations(List.of(new Consultation(
                        new ConsultationId("k1"),
                        new ParticipantId("p1"),
                        ConsultationStage.EARLY_MEDIA,
                        Optional.of(new LegId("l5")),
                        false))),
                Optional.of(new RoomId("demo:call-1")));
    }

    private static Dialog dialog(String leg, int instance, String number, boolean held) {
        return new Dialog(new LegId(leg), instance, Party.extension(number), held);
    }

    /** Whoever was in when this was written has no keys until somebody arrives. */
    private static Manners withoutKeys(Manners manners) {
        return new Manners(
                manners.announceName(),
                manners.enterSound(),
                manners.music(),
                manners.muteNonModerator(),
                manners.recordInvited(),
                manners.endsWith(),
                manners.waitForModerator(),
                new KeyMap(Map.of()),
                manners.owner());
    }

    private static String file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(StateJsonTest.class.getResourceAsStream("/snapshots/" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
