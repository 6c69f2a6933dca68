package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.AllMuted;
import dev.parley.conference.domain.ConferenceEvent.AllUnmuted;
import dev.parley.conference.domain.ConferenceEvent.AnnouncementMade;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEscalated;
import dev.parley.conference.domain.ConferenceEvent.ConferenceLocked;
import dev.parley.conference.domain.ConferenceEvent.ConferenceOpened;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.ConferenceUnlocked;
import dev.parley.conference.domain.ConferenceEvent.ConsultationDialled;
import dev.parley.conference.domain.ConferenceEvent.ConsultationEnded;
import dev.parley.conference.domain.ConferenceEvent.ConsultationProgressed;
import dev.parley.conference.domain.ConferenceEvent.ConsultationStarted;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.InvitationProgressed;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.ConferenceEvent.ParticipantDeafened;
import dev.parley.conference.domain.ConferenceEvent.ParticipantHeld;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceEvent.ParticipantMuted;
import dev.parley.conference.domain.ConferenceEvent.ParticipantResumed;
import dev.parley.conference.domain.ConferenceEvent.ParticipantRoleChanged;
import dev.parley.conference.domain.ConferenceEvent.ParticipantUndeafened;
import dev.parley.conference.domain.ConferenceEvent.ParticipantUnmuted;
import dev.parley.conference.domain.ConferenceEvent.RecordingStarted;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.conference.domain.ConferenceEvent.Told;
import dev.parley.conference.domain.ConferenceEvent.ToldOfConsultation;
import dev.parley.conference.domain.ConferenceEvent.ToldOfParticipant;
import dev.parley.conference.domain.ConferenceState.Gathering;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a conference becomes by what is told of it. */
final class LiveEvolution {
    private LiveEvolution() {}

    static ConferenceState evolve(Live before, Told event) {
        Live live = before.withSequence(event.sequence());
        Course course = live.course();
        return switch (event) {
            case ConferenceStarted _, ConferenceEscalated _, AnnouncementMade _ -> live;
            case ParticipantJoined joined -> join(live, joined);
            case ParticipantLeft left -> leave(live, left);
            case ConferenceEnded _ ->
                Evolution.unlessEmpty(new Gathering(live.revision(), live.policy(), live.roster(), live.call()));
            case ConferenceOpened _ -> live.withCourse(course.asOpened());
            case ConferenceLocked _ -> live.withCourse(course.withLocked(true));
            case ConferenceUnlocked _ -> live.withCourse(course.withLocked(false));
            case AllMuted _ -> moderated(live, true);
            case AllUnmuted _ -> moderated(live, false);
            case ToldOfParticipant told -> member(live, told.participant(), member -> change(member, told, course));
            case InvitationRequested(var _, var _, var _, Dialog dialog, Invitation invitation) ->
                live.withRoster(live.roster().with(new Leg.Invited(dialog, invitation, InvitationStage.DIALLING)));
            case InvitationProgressed progressed -> progress(live, progressed);
            case InvitationEnded ended -> end(live, ended);
            case ToldOfConsultation told -> consult(live, told);
            case RecordingStarted(var _, var _, var _, RecordingId recording, var participant) ->
                record(live, participant, Optional.of(recording));
            case RecordingStopped(var _, var _, var _, var _, var participant) ->
                record(live, participant, Optional.empty());
        };
    }

    /** Goes to the end, so that those who are in stand in the order in which they joined. */
    private static Live join(Live live, ParticipantJoined joined) {
        Roster others = live.roster().without(joined.leg());
        boolean muted = live.course().moderated() && joined.role() != Role.MODERATOR;
        return live.roster()
                .find(joined.leg())
                .map(leg -> live.withRoster(others.with(new Leg.Member(
                        leg.dialog(),
                        joined.participant(),
                        joined.role(),
                        Voice.FREE.withMuting(Muting.POLICY, muted),
                        leg instanceof Leg.Invited invited ? Optional.of(invited.invitation()) : Optional.empty(),
                        "",
                        Optional.empty()))))
                .orElse(live);
    }

    private static Live leave(Live live, ParticipantLeft left) {
        Roster others = live.roster().without(left.leg());
        return live.roster()
                .find(left.leg())
                .filter(_ -> left.reason().isTold())
                .map(leg -> live.withRoster(others.with(new Leg.Leaving(leg.dialog()))))
                .orElseGet(() -> live.withRoster(others));
    }

    private static Live moderated(Live live, boolean on) {
        Roster roster = live.roster();
        for (Leg.Member member : roster.members()) {
            if (!member.isModerator()) {
                roster = roster.with(member.withVoice(member.voice().withMuting(Muting.POLICY, on)));
            }
        }
        return live.withCourse(live.course().withModerated(on)).withRoster(roster);
    }

    private static Leg.Member change(Leg.Member member, ToldOfParticipant event, Course course) {
        Voice voice = member.voice();
        return switch (event) {
            case ParticipantMuted muted -> member.withVoice(voice.withMuting(muted.by(), true));
            case ParticipantUnmuted unmuted -> member.withVoice(voice.withMuting(unmuted.by(), false));
            case ParticipantDeafened _ -> member.withVoice(voice.withDeaf(true));
            case ParticipantUndeafened _ -> member.withVoice(voice.withDeaf(false));
            case ParticipantHeld held -> hold(member, held.by(), true);
            case ParticipantResumed resumed -> hold(member, resumed.by(), false);
            case ParticipantRoleChanged changed ->
                member.withRole(changed.role())
                        .withVoice(voice.withMuting(
                                Muting.POLICY, course.moderated() && changed.role() != Role.MODERATOR));
        };
    }

    private static Leg.Member hold(Leg.Member member, Holding by, boolean on) {
        return switch (by) {
            case PHONE -> member.withDialog(member.dialog().withHeld(on));
            case MODERATOR -> member.withVoice(member.voice().withOnHold(on));
        };
    }

    private static Live member(Live live, ParticipantId id, UnaryOperator<Leg.Member> to) {
        return live.roster()
                .find(id)
                .map(member -> live.withRoster(live.roster().with(to.apply(member))))
                .orElse(live);
    }

    private static Live progress(Live live, InvitationProgressed progressed) {
        return live.roster()
                .find(progressed.invitation())
                .map(leg -> live.withRoster(
                        live.roster().with(new Leg.Invited(leg.dialog(), leg.invitation(), progressed.stage()))))
                .orElse(live);
    }

    /** Who answered is a participant already. */
    private static Live end(Live live, InvitationEnded ended) {
        return live.roster()
                .find(ended.invitation())
                .map(leg -> live.withRoster(live.roster().without(leg.id())))
                .orElse(live);
    }

    private static Live consult(Live live, ToldOfConsultation told) {
        Consultations aside = live.consultations();
        return switch (told) {
            case ConsultationStarted started ->
                live.withConsultations(aside.with(Consultation.begun(started.consultation(), started.participant())));
            case ConsultationDialled(var _, var _, var _, ConsultationId id, Dialog dialog, boolean supervised) ->
                aside.find(id)
                        .map(old -> live.withConsultations(aside.with(old.dialled(dialog.id(), supervised)))
                                .withRoster(live.roster().with(new Leg.Consulted(dialog, id))))
                        .orElse(live);
            case ConsultationProgressed(var _, var _, var _, ConsultationId id, ConsultationStage stage) ->
                aside.find(id)
                        .map(old -> live.withConsultations(aside.with(old.at(stage))))
                        .orElse(live);
            case ConsultationEnded ended ->
                live.withConsultations(aside.without(ended.consultation()))
                        .withRoster(live.roster().withoutConsulted(ended.consultation()));
        };
    }

    private static Live record(Live live, Optional<ParticipantId> participant, Optional<RecordingId> recording) {
        return participant
                .map(id -> member(live, id, member -> member.withRecording(recording)))
                .orElseGet(() -> live.withCourse(live.course().withRecording(recording)));
    }
}
