package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.RING;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every request does in every state of a room. A pair that is missing here fails, and so does a kind of request. */
class RequestTableTest {
    private static final String TABLE = """
            idle         | Mute             | NO_CONFERENCE
            idle         | Unmute           | NO_CONFERENCE
            idle         | Deafen           | NO_CONFERENCE
            idle         | Undeafen         | NO_CONFERENCE
            idle         | PutOnHold        | NO_CONFERENCE
            idle         | TakeOffHold      | NO_CONFERENCE
            idle         | Kick             | NO_CONFERENCE
            idle         | AssignRole       | NO_CONFERENCE
            idle         | MuteAll          | NO_CONFERENCE
            idle         | UnmuteAll        | NO_CONFERENCE
            idle         | Lock             | NO_CONFERENCE
            idle         | Unlock           | NO_CONFERENCE
            idle         | StartRecording   | NO_CONFERENCE
            idle         | StopRecording    | NO_CONFERENCE
            idle         | End              | NO_CONFERENCE
            idle         | Announce         | NO_CONFERENCE
            idle         | Invite           | RoomEntered ConferenceStarted InvitationRequested
            idle         | CancelInvitation | NO_CONFERENCE
            idle         | Consult          | NO_CONFERENCE
            idle         | MergeConsultation | NO_CONFERENCE
            idle         | EndConsultation  | NO_CONFERENCE
            gathering    | Mute             | NO_CONFERENCE
            gathering    | Unmute           | NO_CONFERENCE
            gathering    | Deafen           | NO_CONFERENCE
            gathering    | Undeafen         | NO_CONFERENCE
            gathering    | PutOnHold        | NO_CONFERENCE
            gathering    | TakeOffHold      | NO_CONFERENCE
            gathering    | Kick             | NO_CONFERENCE
            gathering    | AssignRole       | NO_CONFERENCE
            gathering    | MuteAll          | NO_CONFERENCE
            gathering    | UnmuteAll        | NO_CONFERENCE
            gathering    | Lock             | NO_CONFERENCE
            gathering    | Unlock           | NO_CONFERENCE
            gathering    | StartRecording   | NO_CONFERENCE
            gathering    | StopRecording    | NO_CONFERENCE
            gathering    | End              | NO_CONFERENCE
            gathering    | Announce         | NO_CONFERENCE
            gathering    | Invite           | ConferenceStarted InvitationRequested
            gathering    | CancelInvitation | NO_CONFERENCE
            gathering    | Consult          | NO_CONFERENCE
            gathering    | MergeConsultation | NO_CONFERENCE
            gathering    | EndConsultation  | NO_CONFERENCE
            live         | Mute             | ParticipantMuted
            live         | Unmute           | NOTHING_CHANGES
            live         | Deafen           | ParticipantDeafened
            live         | Undeafen         | NOTHING_CHANGES
            live         | PutOnHold        | ParticipantHeld
            live         | TakeOffHold      | NOTHING_CHANGES
            live         | Kick             | ParticipantLeft ConferenceEnded
            live         | AssignRole       | ParticipantRoleChanged
            live         | MuteAll          | AllMuted
            live         | UnmuteAll        | NOTHING_CHANGES
            live         | Lock             | ConferenceLocked
            live         | Unlock           | NOTHING_CHANGES
            live         | StartRecording   | RecordingStarted
            live         | StopRecording    | NOTHING_CHANGES
            live         | End              | ParticipantLeft ConferenceEnded
            live         | Announce         | AnnouncementMade
            live         | Invite           | InvitationRequested
            live         | CancelInvitation | NO_SUCH_INVITATION
            live         | Consult          | NOT_ALLOWED
            live         | MergeConsultation | NO_SUCH_CONSULTATION
            live         | EndConsultation  | NO_SUCH_CONSULTATION
            all done     | Mute             | NOTHING_CHANGES
            all done     | Unmute           | ParticipantUnmuted
            all done     | Deafen           | NOTHING_CHANGES
            all done     | Undeafen         | ParticipantUndeafened
            all done     | PutOnHold        | NOTHING_CHANGES
            all done     | TakeOffHold      | ParticipantResumed
            all done     | Kick             | ParticipantLeft RecordingStopped ConferenceEnded
            all done     | AssignRole       | ParticipantRoleChanged
            all done     | MuteAll          | NOTHING_CHANGES
            all done     | UnmuteAll        | AllUnmuted
            all done     | Lock             | NOTHING_CHANGES
            all done     | Unlock           | ConferenceUnlocked
            all done     | StartRecording   | NOTHING_CHANGES
            all done     | StopRecording    | RecordingStopped
            all done     | End              | ParticipantLeft RecordingStopped ConferenceEnded
            all done     | Announce         | AnnouncementMade
            all done     | Invite           | InvitationRequested
            all done     | CancelInvitation | NO_SUCH_INVITATION
            all done     | Consult          | NOT_ALLOWED
            all done     | MergeConsultation | NO_SUCH_CONSULTATION
            all done     | EndConsultation  | NO_SUCH_CONSULTATION
            only calling | Mute             | NO_SUCH_PARTICIPANT
            only calling | Unmute           | NO_SUCH_PARTICIPANT
            only calling | Deafen           | NO_SUCH_PARTICIPANT
            only calling | Undeafen         | NO_SUCH_PARTICIPANT
            only calling | PutOnHold        | NO_SUCH_PARTICIPANT
            only calling | TakeOffHold      | NO_SUCH_PARTICIPANT
            only calling | Kick             | NO_SUCH_PARTICIPANT
            only calling | AssignRole       | NO_SUCH_PARTICIPANT
            only calling | MuteAll          | AllMuted
            only calling | UnmuteAll        | NOTHING_CHANGES
            only calling | Lock             | ConferenceLocked
            only calling | Unlock           | NOTHING_CHANGES
            only calling | StartRecording   | RecordingStarted
            only calling | StopRecording    | NOTHING_CHANGES
            only calling | End              | InvitationEnded ConferenceEnded
            only calling | Announce         | AnnouncementMade
            only calling | Invite           | InvitationRequested
            only calling | CancelInvitation | InvitationEnded ConferenceEnded
            only calling | Consult          | NO_SUCH_PARTICIPANT
            only calling | MergeConsultation | NO_SUCH_CONSULTATION
            only calling | EndConsultation  | NO_SUCH_CONSULTATION
            moderating   | Mute             | ParticipantMuted
            moderating   | Unmute           | NOTHING_CHANGES
            moderating   | Deafen           | ParticipantDeafened
            moderating   | Undeafen         | NOTHING_CHANGES
            moderating   | PutOnHold        | ParticipantHeld
            moderating   | TakeOffHold      | NOTHING_CHANGES
            moderating   | Kick             | ParticipantLeft ConferenceEnded
            moderating   | AssignRole       | NOTHING_CHANGES
            moderating   | MuteAll          | AllMuted
            moderating   | UnmuteAll        | NOTHING_CHANGES
            moderating   | Lock             | ConferenceLocked
            moderating   | Unlock           | NOTHING_CHANGES
            moderating   | StartRecording   | RecordingStarted
            moderating   | StopRecording    | NOTHING_CHANGES
            moderating   | End              | ParticipantLeft ConferenceEnded
            moderating   | Announce         | AnnouncementMade
            moderating   | Invite           | InvitationRequested
            moderating   | CancelInvitation | NO_SUCH_INVITATION
            moderating   | Consult          | ConsultationStarted ConsultationDialled
            moderating   | MergeConsultation | NO_SUCH_CONSULTATION
            moderating   | EndConsultation  | NO_SUCH_CONSULTATION
            tone         | Mute             | ParticipantMuted
            tone         | Unmute           | NOTHING_CHANGES
            tone         | Deafen           | ParticipantDeafened
            tone         | Undeafen         | NOTHING_CHANGES
            tone         | PutOnHold        | ParticipantHeld
            tone         | TakeOffHold      | NOTHING_CHANGES
            tone         | Kick             | ConsultationEnded ParticipantLeft ConferenceEnded
            tone         | AssignRole       | NOTHING_CHANGES
            tone         | MuteAll          | AllMuted
            tone         | UnmuteAll        | NOTHING_CHANGES
            tone         | Lock             | ConferenceLocked
            tone         | Unlock           | NOTHING_CHANGES
            tone         | StartRecording   | RecordingStarted
            tone         | StopRecording    | NOTHING_CHANGES
            tone         | End              | ConsultationEnded ParticipantLeft ConferenceEnded
            tone         | Announce         | AnnouncementMade
            tone         | Invite           | InvitationRequested
            tone         | CancelInvitation | NO_SUCH_INVITATION
            tone         | Consult          | ConsultationDialled
            tone         | MergeConsultation | NOBODY_TO_MERGE
            tone         | EndConsultation  | ConsultationEnded
            calling aside | Mute             | ParticipantMuted
            calling aside | Unmute           | NOTHING_CHANGES
            calling aside | Deafen           | ParticipantDeafened
            calling aside | Undeafen         | NOTHING_CHANGES
            calling aside | PutOnHold        | ParticipantHeld
            calling aside | TakeOffHold      | NOTHING_CHANGES
            calling aside | Kick             | ConsultationEnded ParticipantLeft ConferenceEnded
            calling aside | AssignRole       | NOTHING_CHANGES
            calling aside | MuteAll          | AllMuted
            calling aside | UnmuteAll        | NOTHING_CHANGES
            calling aside | Lock             | ConferenceLocked
            calling aside | Unlock           | NOTHING_CHANGES
            calling aside | StartRecording   | RecordingStarted
            calling aside | StopRecording    | NOTHING_CHANGES
            calling aside | End              | ConsultationEnded ParticipantLeft ConferenceEnded
            calling aside | Announce         | AnnouncementMade
            calling aside | Invite           | InvitationRequested
            calling aside | CancelInvitation | NO_SUCH_INVITATION
            calling aside | Consult          | ALREADY_DIALLING
            calling aside | MergeConsultation | NOBODY_TO_MERGE
            calling aside | EndConsultation  | ConsultationEnded
            heard early  | Mute             | ParticipantMuted
            heard early  | Unmute           | NOTHING_CHANGES
            heard early  | Deafen           | ParticipantDeafened
            heard early  | Undeafen         | NOTHING_CHANGES
            heard early  | PutOnHold        | ParticipantHeld
            heard early  | TakeOffHold      | NOTHING_CHANGES
            heard early  | Kick             | ConsultationEnded ParticipantLeft ConferenceEnded
            heard early  | AssignRole       | NOTHING_CHANGES
            heard early  | MuteAll          | AllMuted
            heard early  | UnmuteAll        | NOTHING_CHANGES
            heard early  | Lock             | ConferenceLocked
            heard early  | Unlock           | NOTHING_CHANGES
            heard early  | StartRecording   | RecordingStarted
            heard early  | StopRecording    | NOTHING_CHANGES
            heard early  | End              | ConsultationEnded ParticipantLeft ConferenceEnded
            heard early  | Announce         | AnnouncementMade
            heard early  | Invite           | InvitationRequested
            heard early  | CancelInvitation | NO_SUCH_INVITATION
            heard early  | Consult          | ALREADY_DIALLING
            heard early  | MergeConsultation | InvitationRequested InvitationProgressed ConsultationEnded
            heard early  | EndConsultation  | ConsultationEnded
            talking aside | Mute             | ParticipantMuted
            talking aside | Unmute           | NOTHING_CHANGES
            talking aside | Deafen           | ParticipantDeafened
            talking aside | Undeafen         | NOTHING_CHANGES
            talking aside | PutOnHold        | ParticipantHeld
            talking aside | TakeOffHold      | NOTHING_CHANGES
            talking aside | Kick             | ConsultationEnded ParticipantLeft ConferenceEnded
            talking aside | AssignRole       | NOTHING_CHANGES
            talking aside | MuteAll          | AllMuted
            talking aside | UnmuteAll        | NOTHING_CHANGES
            talking aside | Lock             | ConferenceLocked
            talking aside | Unlock           | NOTHING_CHANGES
            talking aside | StartRecording   | RecordingStarted
            talking aside | StopRecording    | NOTHING_CHANGES
            talking aside | End              | ConsultationEnded ParticipantLeft ConferenceEnded
            talking aside | Announce         | AnnouncementMade
            talking aside | Invite           | InvitationRequested
            talking aside | CancelInvitation | NO_SUCH_INVITATION
            talking aside | Consult          | ALREADY_DIALLING
            talking aside | MergeConsultation | ParticipantJoined ConsultationEnded
            talking aside | EndConsultation  | ConsultationEnded
            """;

    private static final Map<String, Supplier<ConferenceScenario>> STATES = states();
    private static final ParticipantId SOMEBODY = new ParticipantId("participant-2");
    private static final ConsultationId CONSULTATION = new ConsultationId("consultation-4");
    private static final Map<String, Request> REQUESTS = Stream.of(
                    new Request.Mute(SOMEBODY, Muting.MODERATOR),
                    new Request.Unmute(SOMEBODY, Muting.MODERATOR),
                    new Request.Deafen(SOMEBODY),
                    new Request.Undeafen(SOMEBODY),
                    new Request.PutOnHold(SOMEBODY),
                    new Request.TakeOffHold(SOMEBODY),
                    new Request.Kick(SOMEBODY),
                    new Request.AssignRole(SOMEBODY, Role.MODERATOR),
                    new Request.MuteAll(),
                    new Request.UnmuteAll(),
                    new Request.Lock(),
                    new Request.Unlock(),
                    new Request.StartRecording(),
                    new Request.StopRecording(),
                    new Request.End(),
                    new Request.Announce(List.of(Prompt.WELCOME), Optional.empty()),
                    new Request.Invite("1", Role.PARTICIPANT, CallerId.NONE, true, RING),
                    new Request.CancelInvitation(new InvitationId("invitation-1")),
                    new Request.Consult(SOMEBODY, Optional.of("1"), RING),
                    new Request.MergeConsultation(CONSULTATION),
                    new Request.EndConsultation(CONSULTATION))
            .collect(Collectors.toMap(request -> request.getClass().getSimpleName(), request -> request));

    private static Map<String, Supplier<ConferenceScenario>> states() {
        Map<String, Supplier<ConferenceScenario>> states = new LinkedHashMap<>();
        states.put("idle", () -> in(OPEN));
        states.put("gathering", () -> in(OPEN).given(arrive(ANNA)));
        states.put("live", () -> in(OPEN).givenMembers(ANNA));
        states.put(
                "all done",
                () -> in(OPEN).givenMembers(ANNA)
                        .given(
                                new Request.Mute(SOMEBODY, Muting.MODERATOR),
                                new Request.Deafen(SOMEBODY),
                                new Request.PutOnHold(SOMEBODY),
                                new Request.MuteAll(),
                                new Request.Lock(),
                                new Request.StartRecording()));
        states.put("moderating", () -> in(OPEN).givenModerator(ANNA));
        states.put("tone", () -> aside(Optional.empty()));
        states.put("calling aside", () -> aside(Optional.of("1")));
        states.put("heard early", () -> aside(Optional.of("1")).given(new ConferenceCommand.Progress(BEN)));
        states.put("talking aside", () -> aside(Optional.of("1")).given(new ConferenceCommand.Answer(BEN)));
        states.put("only calling", () -> in(OPEN).inviteAs(new LegId("leg-1"), Party.extension("802")));
        return states;
    }

    private static ConferenceScenario aside(Optional<String> number) {
        ConferenceScenario scenario = in(OPEN).givenModerator(ANNA)
                .numbersReach(Party.extension("802"))
                .callsAs(BEN);
        scenario.given(new Request.Consult(SOMEBODY, number, RING));
        return scenario.callsAs(CLEO);
    }

    @TestFactory
    Stream<DynamicTest> everyPairOfStateAndRequestHasItsOutcome() {
        Map<String, String> expected = TABLE.lines()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(row -> row[0].strip() + " | " + row[1].strip(), row -> row[2].strip()));
        return STATES.keySet().stream()
                .flatMap(state -> REQUESTS.keySet().stream()
                        .map(request -> state + " | " + request)
                        .map(pair -> DynamicTest.dynamicTest(
                                pair, () -> assertThat(outcome(pair)).isEqualTo(expected.get(pair)))));
    }

    @Test
    void noKindOfRequestIsMissing() {
        assertThat(REQUESTS.keySet())
                .containsExactlyInAnyOrderElementsOf(kinds(Request.class).toList());
    }

    private static Stream<String> kinds(Class<?> family) {
        return Arrays.stream(Objects.requireNonNull(family.getPermittedSubclasses()))
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind.getSimpleName()));
    }

    private static String outcome(String pair) {
        String[] names = pair.split(" \\| ");
        ConferenceScenario scenario = STATES.get(names[0]).get().numbersReach(Party.extension("803"));
        return switch (scenario.when(REQUESTS.get(names[1])).decision()) {
            case Decision.Accepted(var events, var _) ->
                events.stream().map(event -> event.getClass().getSimpleName()).collect(Collectors.joining(" "));
            case Decision.Rejected(Rejection reason, var _) -> reason.name();
        };
    }
}
