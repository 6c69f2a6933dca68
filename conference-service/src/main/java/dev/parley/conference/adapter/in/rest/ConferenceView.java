package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.LiveConferences.Closeup;
import dev.parley.conference.application.LiveConferences.Sight;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.contracts.id.RecordingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A conference that goes on. */
@Schema(name = "Conference", description = "A conference that goes on. Folding its events gives the same.")
public record ConferenceView(
        @Schema(description = "The extension, or local-801 for the one that extension 801 made.", examples = "910")
        String room,

        @Schema(description = "Of this conference alone; the next in the same room has another one.")
        String conferenceId,

        @Schema(description = "The number of the last event that this document tells of.")
        long asOfSequence,

        Instant started,
        @Schema(description = "Whether nobody is let in.") boolean locked,

        @Schema(description = "Whether all who are no moderators are muted, and whoever joins later.")
        boolean muted,

        @Schema(description = "Whether the participants do not hear each other before a moderator comes.")
        boolean waitingForModerator,

        @Schema(description = "The recording that goes on.") Optional<String> recordingId,
        int participantCount,
        @Schema(description = "How many are being called.") int invitationCount,
        @Schema(description = "Left out in lists.") Optional<List<ParticipantView>> participants,

        @Schema(description = "Those who are being called. Left out in lists.")
        Optional<List<InvitationView>> invitations,

        @Schema(description = "Those who are aside, in private. Left out in lists.")
        Optional<List<ConsultationView>> consultations,

        @Schema(description = "The two-party call that this conference was.")
        Optional<String> callId) {

    /** Some conferences. */
    @Schema(name = "Conferences", description = "A page of conferences, by their rooms.")
    public record Page(List<ConferenceView> items) {}

    static ConferenceView of(Sight sight) {
        return of(sight, Optional.empty());
    }

    static ConferenceView of(Closeup conference) {
        return of(conference.sight(), Optional.of(conference));
    }

    private static ConferenceView of(Sight sight, Optional<Closeup> closeup) {
        Live live = sight.state();
        return new ConferenceView(
                sight.room().name(),
                live.conference().value(),
                live.sequence(),
                sight.began(),
                live.course().locked(),
                live.course().moderated(),
                !live.course().opened(),
                live.course().recording().map(RecordingId::value),
                live.roster().members().size(),
                live.roster().invited().size(),
                closeup.map(ParticipantView::all),
                closeup.map(InvitationView::all),
                closeup.map(ConsultationView::all),
                live.call().map(CallResource::id));
    }
}
