package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.LiveConferences.Closeup;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Consultation;
import dev.parley.conference.domain.Leg;
import dev.parley.contracts.id.LegId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is aside. */
@Schema(
        name = "Consultation",
        description = "A participant is aside, out of the room's hearing, to talk with somebody in private.")
public record ConsultationView(
        String id,

        @Schema(description = "Who is aside; stays a participant.")
        String participantId,

        @Schema(
                description = "How far it has got.",
                enumeration = {"collecting", "dialling", "ringing", "early_media", "talking"})
        String state,

        @Schema(description = "Who is called, in normal form; left out while nothing is dialled.")
        Optional<String> number,

        @Schema(description = "The call; left out while nothing is dialled.")
        Optional<String> legId,

        @Schema(description = "False where an answer cannot be told from ringing: nothing ends it there by itself.")
        boolean supervised,

        @Schema(description = "The number of the last event that this document tells of.")
        long asOfSequence) {

    /** All who are aside. */
    @Schema(name = "Consultations", description = "All who are aside, in the order in which they went.")
    public record Page(
            String conferenceId,

            @Schema(description = "The number of the last event that this list tells of.")
            long asOfSequence,

            List<ConsultationView> items) {
        static Page of(Closeup conference) {
            ConferenceState.Live live = conference.sight().state();
            return new Page(live.conference().value(), live.sequence(), all(conference));
        }
    }

    static List<ConsultationView> all(Closeup conference) {
        ConferenceState.Live live = conference.sight().state();
        return live.consultations().all().stream().map(aside -> of(live, aside)).toList();
    }

    private static ConsultationView of(ConferenceState.Live live, Consultation aside) {
        return new ConsultationView(
                aside.id().value(),
                aside.owner().value(),
                ParticipantView.lower(aside.stage()),
                aside.called().flatMap(live.roster()::find).map(Leg::party).map(party -> party.shown()),
                aside.called().map(LegId::value),
                aside.supervised(),
                live.sequence());
    }
}
