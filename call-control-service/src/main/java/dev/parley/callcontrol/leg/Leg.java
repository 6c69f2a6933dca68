package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.sip.Dialog;
import dev.parley.callcontrol.sip.SessionTimer;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.id.LegId;
import java.time.Instant;
import java.util.Optional;

/**
 * A leg's state.
 *
 * <pre>
 *  Incoming ──accept──▶ Up ──BYE, lost──▶ Gone
 *      └─refuse, CANCEL─────────────────▶ Gone
 *  Planned ──INVITE──▶ Outgoing ──200─▶ Up
 *      └─refused, cancelled─────────────▶ Gone
 * </pre>
 */
public sealed interface Leg {
    Line line();

    default LegId id() {
        return line().leg();
    }

    /** We are going to call them; nobody has heard of it yet. */
    record Planned(Line line) implements Leg {}

    /** Their INVITE waits for our final answer. */
    record Incoming(Line line, SipRequest invite) implements Leg {
        public Incoming in(Line other) {
            return new Incoming(other, invite);
        }
    }

    /**
     * Our INVITE waits for theirs.
     *
     * @param rang whether the party said anything provisional but 100
     * @param early whose SDP media has been agreed with so far
     */
    record Outgoing(Line line, SipRequest invite, String offer, boolean rang, Optional<Early> early) implements Leg {}

    /** The early dialog, by its tag, whose SDP was taken as the answer; of several forks the first. */
    record Early(String tag, String answer) {}

    /** There is a dialog. */
    record Up(
            Line line,
            Dialog dialog,
            Media media,
            Exchange exchange,
            SessionTimer session,
            Instant sessionDue,
            long invited,
            boolean leaving)
            implements Leg {
        Up with(Exchange next) {
            return new Up(line, dialog, media, next, session, sessionDue, invited, leaving);
        }

        Up with(Dialog next) {
            return new Up(line, next, media, exchange, session, sessionDue, invited, leaving);
        }

        Up with(Media next) {
            return new Up(line, dialog, next, exchange, session, sessionDue, invited, leaving);
        }

        Up with(SessionTimer next, Instant due) {
            return new Up(line, dialog, media, exchange, next, due, invited, leaving);
        }

        /** The same dialog with its media elsewhere. */
        public Up on(Line next) {
            return new Up(next, dialog, media, exchange, session, sessionDue, invited, leaving);
        }

        /** Numbers the last INVITE of ours, so that its repeated 2xx is acknowledged again. */
        Up inviting(long cseq) {
            return new Up(line, dialog, media, exchange, session, sessionDue, cseq, leaving);
        }

        /** To be ended as soon as RFC 3261 §15 allows. */
        Up leave() {
            return new Up(line, dialog, media, exchange, session, sessionDue, invited, true);
        }
    }

    /** Over; nothing more is sent or said. */
    record Gone(Line line) implements Leg {}

    /**
     * What has been negotiated.
     *
     * @param local the SDP we sent last
     * @param remote the SDP they sent last, or empty text
     * @param negotiation the number of the last request to media-adapter
     */
    record Media(String local, String remote, long negotiation, boolean held) {
        /** The same with another SDP of theirs. */
        Media from(String other) {
            return new Media(local, other, negotiation, held);
        }
    }
}
