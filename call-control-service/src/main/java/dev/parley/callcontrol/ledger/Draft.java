package dev.parley.callcontrol.ledger;

import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import dev.parley.contracts.ledger.CallRecord.EndedBy;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The record of a leg that is not over, as far as it has got. */
public record Draft(
        LegId leg,
        LegId call,
        RoomId room,
        Direction direction,
        String from,
        Optional<String> name,
        String to,
        Optional<String> trunk,
        Instant began,
        Optional<Instant> rang,
        Optional<Instant> answered,
        OptionalInt status,
        OptionalInt cause,
        Optional<Boolean> withheld) {
    private static final int OK = 200;
    private static final int TERMINATED = 487;

    /** A leg that goes back to a room of its own, to hear why it is not let in, came for the conference. */
    Draft in(RoomId now) {
        return now.equals(room) || (now.isCall() && !room.isCall())
                ? this
                : new Draft(
                        leg, call, now, direction, from, name, to, trunk, began, rang, answered, status, cause,
                        withheld);
    }

    Draft ringing(Instant now) {
        return rang.isPresent() || answered.isPresent()
                ? this
                : new Draft(
                        leg,
                        call,
                        room,
                        direction,
                        from,
                        name,
                        to,
                        trunk,
                        began,
                        Optional.of(now),
                        answered,
                        status,
                        cause,
                        withheld);
    }

    Draft answered(Instant now) {
        return answered.isPresent()
                ? this
                : new Draft(
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
                        Optional.of(now),
                        OptionalInt.of(OK),
                        OptionalInt.empty(),
                        withheld);
    }

    Draft refused(int answer, OptionalInt why) {
        return answered.isPresent()
                ? this
                : new Draft(
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
                        OptionalInt.of(answer),
                        why,
                        withheld);
    }

    CallRecord over(LegEnd reason, Instant now) {
        boolean takenBack =
                direction == Direction.OUTGOING && answered.isEmpty() && status.isEmpty() && reason != LegEnd.LOST;
        return new CallRecord(
                room.tenant(),
                leg,
                call,
                Optional.of(room),
                direction,
                from,
                name,
                to,
                trunk,
                began,
                rang,
                answered,
                now,
                takenBack ? OptionalInt.of(TERMINATED) : status,
                cause,
                reason,
                endedBy(reason),
                withheld);
    }

    private static EndedBy endedBy(LegEnd reason) {
        return switch (reason) {
            case HUNG_UP, CANCELLED, BUSY, DECLINED -> EndedBy.PARTY;
            case REFUSED, ENDED_BY_US, MEDIA_FAILED -> EndedBy.PARLEY;
            case LOST, NO_ANSWER, UNREACHABLE -> EndedBy.NOBODY;
        };
    }
}
