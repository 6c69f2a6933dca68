package dev.parley.callcontrol.ledger;

import dev.parley.callcontrol.sip.EdgePrivacy;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import dev.parley.contracts.ledger.CallRecord.EndedBy;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What an INVITE, and the answer to it, say for the record. */
public final class Invites {
    private static final String NOBODY = "anonymous";

    private Invites() {}

    static Draft received(SipRequest invite, LegId leg, RoomId room, Instant now) {
        return draft(invite, leg, leg, room, Direction.INCOMING, now);
    }

    static Draft sent(SipRequest invite, LegId leg, LegId call, RoomId room, Instant now) {
        return draft(invite, leg, call, room, Direction.OUTGOING, now);
    }

    private static Draft draft(
            SipRequest invite, LegId leg, LegId call, RoomId room, Direction direction, Instant now) {
        return new Draft(
                leg,
                call,
                room,
                direction,
                from(invite),
                name(invite, direction),
                to(invite),
                trunk(invite),
                now,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                withheld(invite));
    }

    private static String from(SipRequest invite) {
        return invite.headers()
                .first("X-Parley-Caller")
                .or(() -> NameAddress.user(invite.from().uri()))
                .orElse(NOBODY);
    }

    /** What we write in our From in place of a name is none. */
    private static Optional<String> name(SipRequest invite, Direction direction) {
        boolean hidden = direction == Direction.OUTGOING && EdgePrivacy.isWithheld(invite);
        return invite.from().display().filter(name -> !hidden && !name.isBlank());
    }

    /** In E.164 where we have written it as the trunk's provider does. */
    private static String to(SipRequest invite) {
        return invite.headers()
                .first("X-Parley-Called")
                .or(() -> NameAddress.user(invite.uri()))
                .orElse(invite.uri());
    }

    private static Optional<Boolean> withheld(SipRequest invite) {
        return Optional.of(EdgePrivacy.isWithheld(invite)).filter(Boolean::booleanValue);
    }

    /** Somebody from outside is never taken for an extension, whose number the tenant may see. */
    private static Optional<String> trunk(SipRequest invite) {
        return invite.headers()
                .first("X-Parley-Trunk")
                .filter(name -> !name.isBlank())
                .or(() -> invite.headers().first("X-Parley-Source").filter("trunk"::equalsIgnoreCase));
    }

    /** The record of an INVITE that did not get past the door; none when nobody knows whose it was. */
    public static Optional<CallRecord> turnedAway(SipRequest invite, SipResponse answer, LegId leg, Instant now) {
        return invite.headers()
                .first("X-Parley-Tenant")
                .filter(name -> !name.isBlank())
                .map(tenant -> new CallRecord(
                        new TenantId(tenant),
                        leg,
                        leg,
                        Optional.empty(),
                        Direction.INCOMING,
                        from(invite),
                        name(invite, Direction.INCOMING),
                        to(invite),
                        trunk(invite),
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        now,
                        OptionalInt.of(answer.status()),
                        answer.networkCause(),
                        LegEnd.REFUSED,
                        EndedBy.PARLEY,
                        withheld(invite)));
    }
}
