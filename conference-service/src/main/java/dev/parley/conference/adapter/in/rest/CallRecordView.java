package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.CallEntries.Kept;
import dev.parley.conference.application.CallEntry;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is left of a leg. */
@Schema(name = "CallRecord", description = "One leg that is over, from INVITE to end; refused attempts are among them.")
public record CallRecordView(
        @Schema(description = "Of the leg.") String id,

        @Schema(description = "The same for all legs of a call.")
        String callId,

        @Schema(description = "The conference room; left out where it reached none.", examples = "910")
        Optional<String> room,

        @Schema(description = "The conference that it was in.")
        Optional<String> conferenceId,

        Optional<String> participantId,
        @Schema(enumeration = {"moderator", "participant"}) Optional<String> role,

        @Schema(
                description = "Why a conference did not let it in.",
                enumeration = {
                    "room_unknown",
                    "room_full",
                    "room_locked",
                    "not_started",
                    "shut_out",
                    "tenant_exhausted",
                    "wrong_pin",
                    "no_pin"
                })
        Optional<String> refusal,

        @Schema(
                description = "Who sent the INVITE: the party, or Parley.",
                enumeration = {"incoming", "outgoing"})
        String direction,

        @Schema(
                description = "Who called, as it was shown; 'anonymous' where the number was withheld. Operators, and"
                        + " tenants of their own extensions, see it all the same.",
                examples = "801")
        String from,

        Optional<String> name,

        @Schema(description = "What was dialled.", examples = "910")
        String to,

        Optional<String> trunk,
        Instant began,
        Optional<Instant> rang,
        Optional<Instant> answered,
        Instant ended,
        @Schema(description = "From the answer to the end.") long seconds,

        @Schema(description = "The final SIP answer.", examples = "200")
        OptionalInt sipStatus,

        @Schema(description = "The cause of Q.850 that came with it.")
        OptionalInt cause,

        @Schema(
                enumeration = {
                    "hung_up",
                    "cancelled",
                    "refused",
                    "ended_by_us",
                    "lost",
                    "media_failed",
                    "busy",
                    "declined",
                    "no_answer",
                    "unreachable"
                })
        String reason,

        @Schema(
                description = "Whose doing the end was.",
                enumeration = {"party", "parley", "nobody"})
        String endedBy,

        @Schema(description = "Whether the caller withheld its number.")
        boolean withheld) {

    /** A page of them. */
    @Schema(name = "CallRecords", description = "A page of records, the newest first.")
    public record Page(List<CallRecordView> items) {
        static Object of(List<Kept> found) {
            return new Page(found.stream().map(CallRecordView::of).toList());
        }
    }

    static CallRecordView of(Kept kept) {
        CallEntry entry = kept.entry();
        return new CallRecordView(
                entry.leg().value(),
                entry.call().value(),
                entry.room().filter(room -> !room.isCall()).map(RoomId::name),
                kept.conference().map(ConferenceId::value),
                kept.participant().map(ParticipantId::value),
                kept.role().map(role -> ParticipantView.lower(role)),
                kept.refusal().map(reason -> reason.toLowerCase(Locale.ROOT)),
                entry.direction(),
                entry.from(),
                entry.name(),
                entry.to(),
                entry.trunk(),
                entry.began(),
                entry.rang(),
                entry.answered(),
                entry.ended(),
                entry.answered()
                        .map(answered ->
                                Duration.between(answered, entry.ended()).toSeconds())
                        .orElse(0L),
                entry.status(),
                entry.cause(),
                entry.reason(),
                entry.endedBy(),
                entry.withheld());
    }

    static Object table(List<Kept> found) {
        Csv csv = new Csv(
                "id",
                "call_id",
                "room",
                "conference_id",
                "participant_id",
                "role",
                "refusal",
                "direction",
                "from",
                "name",
                "to",
                "trunk",
                "began",
                "rang",
                "answered",
                "ended",
                "seconds",
                "sip_status",
                "cause",
                "reason",
                "ended_by",
                "withheld");
        found.stream().map(CallRecordView::of).forEach(view -> view.into(csv));
        return csv.toString();
    }

    private void into(Csv csv) {
        csv.row(
                id,
                callId,
                room,
                conferenceId,
                participantId,
                role,
                refusal,
                direction,
                from,
                name.map(Csv::foreign),
                to,
                trunk,
                began,
                rang,
                answered,
                ended,
                seconds,
                sipStatus,
                cause,
                reason,
                endedBy,
                withheld);
    }
}
