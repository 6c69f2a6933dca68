package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;
import java.util.OptionalInt;

/** What the world wants of a room, or has noticed about one of its legs. May be refused. */
public sealed interface ConferenceCommand permits ConferenceCommand.OfLeg, ConferenceCommand.Escalate, Request {
    /** What has happened to a leg, or what it does. */
    sealed interface OfLeg extends ConferenceCommand {
        LegId leg();
    }

    /**
     * Somebody calls, and waits for an answer.
     *
     * @param offer the SDP offer, passed on unread; none when the caller wants ours
     */
    record Arrive(LegId leg, int instance, Party party, Optional<String> offer) implements OfLeg {
        /** Without the SDP, which belongs into no log. */
        @Override
        public String toString() {
            return "Arrive[leg=" + leg + ", instance=" + instance + "]";
        }
    }

    /** The leg is up. */
    record Answer(LegId leg) implements OfLeg {}

    /** The party that we called rings. */
    record Ring(LegId leg) implements OfLeg {}

    /** The party that we called, or its network, can be heard before the answer. */
    record Progress(LegId leg) implements OfLeg {}

    /**
     * The call that we placed came to nothing.
     *
     * @param status the SIP answer, where there was one
     */
    record FailCall(LegId leg, CallFailure failure, OptionalInt status) implements OfLeg {}

    record Hold(LegId leg) implements OfLeg {}

    record Resume(LegId leg) implements OfLeg {}

    record PressKey(LegId leg, char key) implements OfLeg {
        /** Without the key, which may be part of a PIN. */
        @Override
        public String toString() {
            return "PressKey[leg=" + leg + "]";
        }
    }

    /** A prompt has been played, was stopped, or could not be played. */
    record PromptOver(LegId leg, String request) implements OfLeg {}

    /**
     * The recording of a name is over.
     *
     * @param spoken whether there is something to be played
     */
    record NameOver(LegId leg, String request, boolean spoken) implements OfLeg {}

    /** The dialog is over. */
    record Leave(LegId leg, LeaveReason reason) implements OfLeg {}

    /** No packet has come from the leg for too long; its dialog may still be there. */
    record LoseMedia(LegId leg) implements OfLeg {}

    /** The leg's timer has run out. */
    record TimerElapsed(LegId leg) implements OfLeg {}

    /**
     * The two of a two-party call want to go on in this room, as a conference (R21).
     *
     * @param call the room of the two-party call, in which both legs are and stay
     * @param attempt names this wish in the answer
     * @param presser who becomes the administrator
     * @param password as it was keyed; none: the API asks, which settled before who may
     */
    record Escalate(RoomId call, String attempt, Dialog presser, Dialog other, Optional<String> password)
            implements ConferenceCommand {
        /** Without the password. */
        @Override
        public String toString() {
            return "Escalate[call=" + call + ", attempt=" + attempt + "]";
        }
    }
}
