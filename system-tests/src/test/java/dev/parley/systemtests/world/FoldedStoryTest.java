package dev.parley.systemtests.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.contracts.conference.Cause;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.AllMuted;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.Muting;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.Role;
import dev.parley.contracts.conference.InvitationEvent.InvitationProgressed;
import dev.parley.contracts.conference.InvitationEvent.InvitationRequested;
import dev.parley.contracts.conference.InvitationEvent.Stage;
import dev.parley.contracts.conference.ParticipantEvent.ParticipantMuted;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.world.RoomMix.Hearing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldedStoryTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final ConferenceId CONFERENCE = new ConferenceId("c");
    private static final InvitationId INVITATION = new InvitationId("i");
    private static final List<ConferenceEvent> STORY = List.of(
            new ConferenceStarted(ROOM, CONFERENCE, 1, Cause.SIP),
            joined(2, "anna", Role.MODERATOR),
            joined(3, "ben", Role.PARTICIPANT),
            new AllMuted(ROOM, CONFERENCE, 4, Cause.KEYPAD),
            joined(5, "carl", Role.PARTICIPANT),
            new ParticipantMuted(ROOM, CONFERENCE, 6, Cause.API, new ParticipantId("p-carl"), Muting.SELF),
            new InvitationRequested(
                    ROOM,
                    CONFERENCE,
                    7,
                    Cause.KEYPAD,
                    INVITATION,
                    new LegId("dora"),
                    "+49",
                    Role.PARTICIPANT,
                    Optional.empty()),
            new InvitationProgressed(ROOM, CONFERENCE, 8, Cause.SIP, INVITATION, Stage.EARLY_MEDIA));

    private static ParticipantJoined joined(long sequence, String who, Role role) {
        return new ParticipantJoined(
                ROOM, CONFERENCE, sequence, Cause.SIP, new ParticipantId("p-" + who), new LegId(who), who, role);
    }

    @Test
    void eventsComeToTheSameAsTheApisDocument() throws Exception {
        Attendance said = Attendance.of(new ObjectMapper().readTree("""
                {"as_of_sequence": 8, "locked": false, "muted": true, "participants": [
                  {"leg_id": "anna", "number": "anna", "role": "moderator", "muted_by": [], "deaf": false, "held_by": []},
                  {"leg_id": "ben", "number": "ben", "role": "participant", "muted_by": ["policy"], "held_by": []},
                  {"leg_id": "carl", "number": "carl", "role": "participant", "muted_by": ["policy", "self"]}],
                 "invitations": [{"leg_id": "dora", "number": "+49", "role": "participant", "state": "early_media"}]}"""));

        assertThat(FoldedStory.of(STORY)).isEqualTo(said);
    }

    @Test
    void whoIsMutedIsHeardByNobodyAndHearsTheOthers() {
        Attendance told = FoldedStory.of(STORY);

        assertThat(told.legs()).containsExactlyInAnyOrder("anna", "ben", "carl", "dora");
        assertThat(told.hearing())
                .containsExactlyInAnyOrder(
                        new Hearing("ben", "anna"), new Hearing("carl", "anna"), new Hearing("dora", "anna"));
    }

    @Test
    void aConferenceThatIsOverLeavesNobody() {
        assertThat(FoldedStory.of(List.of(
                        new ConferenceStarted(ROOM, CONFERENCE, 1, Cause.SIP),
                        new ConferenceEnded(ROOM, CONFERENCE, 2, Cause.SIP))))
                .isEqualTo(Attendance.NOBODY);
    }

    @Test
    void aGapIsSaid() {
        assertThatThrownBy(() -> FoldedStory.of(List.of(
                        new ConferenceStarted(ROOM, CONFERENCE, 1, Cause.SIP), joined(3, "anna", Role.MODERATOR))))
                .isInstanceOf(IllegalStateException.class);
    }
}
