package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.LiveConferences.Closeup;
import dev.parley.conference.domain.Holding;
import dev.parley.conference.domain.Leg;
import dev.parley.contracts.id.RecordingId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is in. */
@Schema(name = "Participant", description = "Somebody who is in a conference.")
public record ParticipantView(
        @Schema(description = "For as long as it is in; whoever comes back has another one.")
        String id,

        @Schema(description = "Its call.") String legId,

        @Schema(description = "Its extension, or its number; 'anonymous' where it is withheld.", examples = "801")
        String number,

        @Schema(description = "Whether it is an extension of the tenant.")
        boolean inside,

        @Schema(enumeration = {"moderator", "participant"}) String role,

        @Schema(description = "Why it is not heard: any of self, moderator, policy. Empty: it is heard.")
        List<String> mutedBy,

        @Schema(description = "Whether it hears nobody.") boolean deaf,

        @Schema(description = "Who holds it: any of phone, moderator. Empty: nobody does.")
        List<String> heldBy,

        @Schema(description = "The recording of it alone.") Optional<String> recordingId,

        @Schema(description = "The invitation that brought it in.")
        Optional<String> invitationId,

        @Schema(description = "The consultation for which it is aside, out of the room's hearing.")
        Optional<String> consultationId,

        @Schema(description = "When it came in.") Optional<Instant> joined,

        @Schema(description = "The number of the last event that this document tells of.")
        long asOfSequence) {

    /** All who are in. */
    @Schema(name = "Participants", description = "All who are in, in the order in which they came in.")
    public record Page(
            String conferenceId,

            @Schema(description = "The number of the last event that this list tells of.")
            long asOfSequence,

            List<ParticipantView> items) {
        static Page of(Closeup conference) {
            return new Page(
                    conference.sight().state().conference().value(),
                    conference.sight().state().sequence(),
                    all(conference));
        }
    }

    static List<ParticipantView> all(Closeup conference) {
        return conference.sight().state().roster().members().stream()
                .map(member -> of(conference, member))
                .toList();
    }

    private static ParticipantView of(Closeup conference, Leg.Member member) {
        return new ParticipantView(
                member.participant().value(),
                member.id().value(),
                member.party().shown(),
                member.party().inside(),
                lower(member.role()),
                member.voice().muting().stream().map(ParticipantView::lower).toList(),
                member.voice().deaf(),
                holding(member),
                member.recording().map(RecordingId::value),
                member.invitation().map(invitation -> invitation.id().value()),
                conference
                        .sight()
                        .state()
                        .consultations()
                        .of(member.participant())
                        .map(aside -> aside.id().value()),
                Optional.ofNullable(conference.joined().get(member.participant())),
                conference.sight().state().sequence());
    }

    private static List<String> holding(Leg.Member member) {
        List<String> holding = new ArrayList<>();
        if (member.held()) {
            holding.add(lower(Holding.PHONE));
        }
        if (member.voice().onHold()) {
            holding.add(lower(Holding.MODERATOR));
        }
        return holding;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
