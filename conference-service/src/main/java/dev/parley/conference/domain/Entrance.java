package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.AllMuted;
import dev.parley.conference.domain.ConferenceEvent.ConferenceOpened;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.ParticipantHeld;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.RecordingStarted;
import dev.parley.conference.domain.Effect.CancelTimer;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coming into a conference: the newcomer is under its rules from the first packet (R26), and is told how it stands. */
final class Entrance {
    private static final String WELCOME = "welcome";

    private Entrance() {}

    static Story start(Story story, Cause cause) {
        story.happens(new ConferenceStarted(story.facts().ids().conference(), 1, cause));
        return story.manners().muteNonModerator()
                ? story.tell((conference, sequence) -> new AllMuted(conference, sequence, Cause.POLICY))
                : story;
    }

    /**
     * Lets the leg into the conference, which begins if it has not yet.
     *
     * @param name under which its spoken name was recorded
     */
    static Story join(Story story, Leg leg, Role role, Cause cause, Optional<String> name) {
        if (story.conference().isEmpty()) {
            start(story, cause);
        }
        ParticipantId participant = story.facts().ids().participant();
        admit(story, leg, role, cause, participant);
        open(story);
        if (leg instanceof Leg.Invited || leg instanceof Leg.Consulted) {
            recordInvited(story, leg, participant, story.facts().ids().recording());
        }
        story.ask(new CancelTimer(leg.id()));
        return greet(story, participant, name);
    }

    /** Makes the leg a participant, and says so. */
    static void admit(Story story, Leg leg, Role role, Cause cause, ParticipantId participant) {
        Optional<Invitation> invitation =
                leg instanceof Leg.Invited invited ? Optional.of(invited.invitation()) : Optional.empty();
        story.tell((conference, sequence) -> new ParticipantJoined(
                conference,
                sequence,
                cause,
                participant,
                leg.id(),
                leg.party().shown(),
                role,
                invitation.map(Invitation::id)));
        invitation.ifPresent(answered -> story.tell((conference, sequence) -> new InvitationEnded(
                conference, sequence, cause, answered.id(), leg.id(), new InvitationOutcome.Answered(participant))));
        if (leg instanceof Leg.Consulted consulted) {
            story.live()
                    .consultations()
                    .find(consulted.consultation())
                    .ifPresent(aside ->
                            ConsultationRules.end(story, aside, new ConsultationOutcome.Merged(participant), cause));
        }
        if (leg.held()) {
            story.tell((conference, sequence) ->
                    new ParticipantHeld(conference, sequence, Cause.SIP, participant, Holding.PHONE));
        }
    }

    /** Outside numbers that were called are recorded where the room wants that (R7). */
    static void recordInvited(Story story, Leg leg, ParticipantId participant, RecordingId recording) {
        if (!leg.party().inside() && story.manners().recordInvited()) {
            story.tell((conference, sequence) ->
                    new RecordingStarted(conference, sequence, Cause.POLICY, recording, Optional.of(participant)));
        }
    }

    /** Ends the waiting for a moderator, if one is here. */
    static Story open(Story story) {
        boolean waiting = !story.live().course().opened();
        return waiting && story.roster().hasModerator()
                ? story.tell((conference, sequence) -> new ConferenceOpened(conference, sequence, Cause.POLICY))
                : story;
    }

    private static Story greet(Story story, ParticipantId participant, Optional<String> name) {
        for (Leg.Member member : story.roster().members()) {
            if (member.participant().equals(participant)) {
                welcome(story, member);
            } else if (story.live().consultations().of(member.participant()).isEmpty()) {
                List<Prompt> news = news(story, name);
                if (!news.isEmpty()) {
                    story.say(member, news);
                }
            }
        }
        return story;
    }

    static void welcome(Story story, Leg.Member member) {
        story.say(member, WELCOME, howItStands(story, member));
    }

    private static List<Prompt> howItStands(Story story, Leg.Member member) {
        List<Prompt> prompts = new ArrayList<>(List.of(Prompt.WELCOME));
        if (story.roster().members().size() == 1) {
            prompts.add(Prompt.ONLY_ONE);
        }
        Course course = story.live().course();
        if (!course.opened()) {
            prompts.add(Prompt.WAITING_FOR_MODERATOR);
        }
        if (member.voice().isMuted()) {
            prompts.add(Prompt.MUTED_BY_MODERATOR);
        }
        if (course.recording().isPresent() || member.recording().isPresent()) {
            prompts.add(Prompt.RECORDING_STARTED);
        }
        return prompts;
    }

    private static List<Prompt> news(Story story, Optional<String> name) {
        return name.map(spoken -> List.of(Prompt.name(spoken), Prompt.HAS_JOINED))
                .orElseGet(() -> story.manners().enterSound().map(List::of).orElse(List.of()));
    }
}
