package dev.parley.contracts.call;

import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Required;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/** What happened to a leg on the SIP side. Topic {@link dev.parley.contracts.Topics#CALL_EVENTS}, key room. */
public sealed interface CallEvent extends LegMessage {
    /**
     * An INVITE for a conference room has come and waits for an answer: {@code OpenLeg} or {@code RefuseLeg}. Or a leg
     * that is up elsewhere is to come over, from a menu or after a callback; then there is no offer, and our own goes out
     * in a re-INVITE.
     *
     * @param instance the call-control instance that holds the leg: the partition for all commands to it
     * @param dialled the number as it was dialled
     * @param offer the SDP offer; none when the INVITE had no body and wants ours (RFC 3261 §13.2.1)
     */
    record LegArrived(RoomId room, LegId leg, int instance, Caller caller, String dialled, Optional<String> offer)
            implements CallEvent {
        public LegArrived {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(caller, "caller");
            Required.field(dialled, "dialled");
        }
    }

    /** The 2xx was acknowledged: the leg is up and its media agreed. */
    record LegAnswered(RoomId room, LegId leg) implements CallEvent {
        public LegAnswered {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /** The phone put us on hold ({@code sendonly} or {@code inactive}, RFC 3264 §8.4): it must not be heard until it resumes. */
    record LegHeld(RoomId room, LegId leg) implements CallEvent {
        public LegHeld {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    record LegResumed(RoomId room, LegId leg) implements CallEvent {
        public LegResumed {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /** A key that came by SIP INFO; those in RTP are reported by media-adapter. */
    record LegDigit(RoomId room, LegId leg, String digit) implements CallEvent {
        public LegDigit {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(digit, "digit");
        }
    }

    /** The dialog is over, or never came to be. Said exactly once for every {@code LegArrived}. */
    record LegEnded(RoomId room, LegId leg, LegEnd reason) implements CallEvent {
        public LegEnded {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(reason, "reason");
        }
    }

    enum LegEnd {
        /** The party hung up (BYE). */
        HUNG_UP,
        /** The caller gave up before the answer (CANCEL). */
        CANCELLED,
        /** We refused it. */
        REFUSED,
        /** We ended it, as asked by a {@code HangUpLeg}. */
        ENDED_BY_US,
        /** The party no longer answers: no ACK, session timer ran out, 408 or 481 within the dialog. */
        LOST,
        /** Media could not be agreed or set up. */
        MEDIA_FAILED
    }
}
