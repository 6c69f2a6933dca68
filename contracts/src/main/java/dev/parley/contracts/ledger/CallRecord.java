package dev.parley.contracts.ledger;

import dev.parley.contracts.Required;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One leg, from INVITE to end: one for every INVITE in or out, those refused included.
 *
 * @param leg its SIP dialog; also the record's id
 * @param call the same for all legs of a call: the leg that it began with
 * @param room the conference it was in, or came for; otherwise the room of the call's two; none: it got no further than
 *     the door
 * @param from the number of whoever called, as it was shown; where it is withheld, as the provider knows it
 * @param name its display name, where there is one
 * @param to the number that was dialled
 * @param trunk by which it came or went
 * @param began the INVITE
 * @param rang when the called party was alerted, or sent early media
 * @param status the final SIP answer to the INVITE; none: there was none
 * @param cause the cause of ITU-T Q.850 that went with it
 * @param withheld whether the caller withheld its identity: {@code from} and {@code name} are for the provider only; none:
 *     it did not
 */
public record CallRecord(
        TenantId tenant,
        LegId leg,
        LegId call,
        Optional<RoomId> room,
        Direction direction,
        String from,
        Optional<String> name,
        String to,
        Optional<String> trunk,
        Instant began,
        Optional<Instant> rang,
        Optional<Instant> answered,
        Instant ended,
        OptionalInt status,
        OptionalInt cause,
        LegEnd reason,
        EndedBy endedBy,
        Optional<Boolean> withheld)
        implements LedgerEntry {
    /** Who sent the INVITE. */
    public enum Direction {
        /** The party did. */
        INCOMING,
        /** We did. */
        OUTGOING
    }

    /** Whose doing the end was. */
    public enum EndedBy {
        /** The party: it hung up, gave up, or did not take the call. */
        PARTY,
        /** We, also where the other party of the call hung up. */
        PARLEY,
        /** Nobody said so: the party was lost, or could not be reached. */
        NOBODY
    }

    public CallRecord {
        Required.field(tenant, "tenant");
        Required.field(leg, "leg");
        Required.field(call, "call");
        Required.field(direction, "direction");
        Required.field(from, "from");
        Required.field(to, "to");
        Required.field(began, "began");
        Required.field(ended, "ended");
        Required.field(reason, "reason");
        Required.field(endedBy, "endedBy");
        withheld = withheld.filter(Boolean::booleanValue);
    }

    /** The record of a caller who did not withhold its identity. */
    public CallRecord(
            TenantId tenant,
            LegId leg,
            LegId call,
            Optional<RoomId> room,
            Direction direction,
            String from,
            Optional<String> name,
            String to,
            Optional<String> trunk,
            Instant began,
            Optional<Instant> rang,
            Optional<Instant> answered,
            Instant ended,
            OptionalInt status,
            OptionalInt cause,
            LegEnd reason,
            EndedBy endedBy) {
        this(
                tenant,
                leg,
                call,
                room,
                direction,
                from,
                name,
                to,
                trunk,
                began,
                rang,
                answered,
                ended,
                status,
                cause,
                reason,
                endedBy,
                Optional.empty());
    }

    @Override
    public String id() {
        return leg.value();
    }
}
