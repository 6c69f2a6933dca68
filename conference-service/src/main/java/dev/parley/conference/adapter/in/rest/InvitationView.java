package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.LiveConferences.Closeup;
import dev.parley.conference.application.LiveConferences.Invited;
import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.InvitationOutcome.Answered;
import dev.parley.conference.domain.InvitationOutcome.Cancelled;
import dev.parley.conference.domain.InvitationOutcome.Failed;
import dev.parley.contracts.id.ParticipantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who was called. */
@Schema(name = "Invitation", description = "An attempt to bring somebody in.")
public record InvitationView(
        String id,
        @Schema(description = "Its call.") String legId,

        @Schema(description = "Who is called, in normal form.", examples = "+4930123456")
        String number,

        @Schema(
                description = "What the called party will be.",
                enumeration = {"moderator", "participant"})
        String role,

        @Schema(description = "The participant who asked for it; left out: the API did.")
        Optional<String> inviterId,

        @Schema(description = "Whether the room hears what comes before the answer.")
        boolean earlyMedia,

        @Schema(
                description = "How far it has got; the last three are outcomes, of which there is exactly one.",
                enumeration = {"dialling", "ringing", "early_media", "answered", "failed", "cancelled"})
        String state,

        @Schema(
                description = "Why it failed.",
                enumeration = {"busy", "declined", "no_answer", "unreachable", "error"})
        Optional<String> failure,

        @Schema(description = "The SIP answer with which it failed, where there was one.", examples = "486")
        OptionalInt sipStatus,

        @Schema(description = "Who came in.") Optional<String> participantId,
        Instant requested,
        @Schema(description = "When the outcome was known.") Optional<Instant> ended) {

    /** Those who are being called. */
    @Schema(name = "Invitations", description = "Those who are being called, in the order in which they were.")
    public record Page(
            String conferenceId,

            @Schema(description = "The number of the last event that this list tells of.")
            long asOfSequence,

            List<InvitationView> items) {
        static Page of(Closeup conference) {
            return new Page(
                    conference.sight().state().conference().value(),
                    conference.sight().state().sequence(),
                    all(conference));
        }
    }

    static List<InvitationView> all(Closeup conference) {
        return conference.invitations().stream().map(InvitationView::of).toList();
    }

    static InvitationView of(Invited invited) {
        String state = invited.outcome()
                .map(outcome -> switch (outcome) {
                    case Answered _ -> "answered";
                    case Failed _ -> "failed";
                    case Cancelled _ -> "cancelled";
                })
                .orElseGet(() -> ParticipantView.lower(invited.stage()));
        Optional<Failed> failed =
                invited.outcome().filter(Failed.class::isInstance).map(Failed.class::cast);
        return new InvitationView(
                invited.id().value(),
                invited.leg().value(),
                invited.number(),
                ParticipantView.lower(invited.role()),
                invited.inviter().map(ParticipantId::value),
                invited.earlyMedia(),
                state,
                failed.map(Failed::failure).map((CallFailure failure) -> ParticipantView.lower(failure)),
                failed.map(Failed::status).orElse(OptionalInt.empty()),
                invited.outcome()
                        .filter(Answered.class::isInstance)
                        .map(Answered.class::cast)
                        .map(answered -> answered.participant().value()),
                invited.requested(),
                invited.ended());
    }
}
