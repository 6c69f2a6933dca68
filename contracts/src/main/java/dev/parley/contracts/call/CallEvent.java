package dev.parley.contracts.call;

import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Required;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.OptionalInt;

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

    /**
     * A key that came by SIP INFO; those in RTP are reported by media-adapter.
     *
     * @param digit on the topic sealed for the leg ({@link dev.parley.contracts.media.DigitSeal})
     */
    record LegDigit(RoomId room, LegId leg, String digit) implements CallEvent {
        public LegDigit {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(digit, "digit");
        }
    }

    /** The called party of a {@code PlaceCall} rings (18x without SDP). */
    record LegRinging(RoomId room, LegId leg) implements CallEvent {
        public LegRinging {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * The called party of a {@code PlaceCall} sends early media (18x with SDP), and its SDP was handed on with
     * {@code NegotiateLeg}: the leg can be heard before it answers (R14).
     */
    record LegProgressed(RoomId room, LegId leg) implements CallEvent {
        public LegProgressed {
            Required.field(room, "room");
            Required.field(leg, "leg");
        }
    }

    /**
     * The dialog is over, or never came to be. Said exactly once for every {@code LegArrived} and every {@code PlaceCall}.
     *
     * @param status the final SIP answer of a call that we placed, where there was one that was no 2xx
     */
    record LegEnded(RoomId room, LegId leg, LegEnd reason, OptionalInt status) implements CallEvent {
        public LegEnded {
            Required.field(room, "room");
            Required.field(leg, "leg");
            Required.field(reason, "reason");
        }

        /** The end of a leg that did not fail at being called. */
        public LegEnded(RoomId room, LegId leg, LegEnd reason) {
            this(room, leg, reason, OptionalInt.empty());
        }
    }

    /**
     * Both parties of a two-party call are to go on in a room as a conference (R21): answered by
     * {@code EscalationAnswered}. Until then the call is as it was; once accepted, its two legs are legs of the room, and
     * whatever is said of them carries its key. Their audio stays in the call's own media until the conference is over.
     *
     * @param room the room that is asked for, a conference extension of the dynamic kind
     * @param call the room of the two-party call
     * @param attempt names this try in the answer; another room, or another password, is another try
     * @param instance the call-control instance that holds both legs
     * @param presser who becomes the administrator
     * @param password as it was keyed, on the topic sealed for the presser's leg
     *     ({@link dev.parley.contracts.media.DigitSeal}); none: the API asked, and the rights were checked there
     */
    record EscalationAsked(
            RoomId room,
            RoomId call,
            String attempt,
            int instance,
            Talker presser,
            Talker other,
            Optional<String> password)
            implements CallEvent {
        public EscalationAsked {
            Required.field(room, "room");
            Required.field(call, "call");
            Required.field(attempt, "attempt");
            Required.field(presser, "presser");
            Required.field(other, "other");
        }

        /** The presser's. */
        @Override
        public LegId leg() {
            return presser.leg();
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "EscalationAsked[room=" + room + ", call=" + call + ", attempt=" + attempt + "]";
        }
    }

    /**
     * One of the two in a two-party call.
     *
     * @param held whether the phone has put us on hold
     */
    record Talker(LegId leg, Caller caller, boolean held) {
        public Talker {
            Required.field(leg, "talker.leg");
            Required.field(caller, "talker.caller");
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
        MEDIA_FAILED,
        /** The party that we called is busy (486, 600). */
        BUSY,
        /** The party that we called does not take the call (603, 403). */
        DECLINED,
        /** The party that we called rang for as long as it was to (408, 480 after ringing). */
        NO_ANSWER,
        /** The party that we called is not registered, not known, or no trunk takes the call. */
        UNREACHABLE
    }
}
