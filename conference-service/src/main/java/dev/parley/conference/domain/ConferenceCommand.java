package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import java.util.Optional;

/** What the world wants of a room, or has noticed about one of its legs. May be refused. */
public sealed interface ConferenceCommand {
    LegId leg();

    /**
     * Somebody calls, and waits for an answer.
     *
     * @param offer the SDP offer, passed on unread; none when the caller wants ours
     */
    record Arrive(LegId leg, int instance, String number, Optional<String> offer) implements ConferenceCommand {
        /** Without the SDP, which belongs into no log. */
        @Override
        public String toString() {
            return "Arrive[leg=" + leg + ", instance=" + instance + "]";
        }
    }

    /** The leg is up. */
    record Answer(LegId leg) implements ConferenceCommand {}

    record Hold(LegId leg) implements ConferenceCommand {}

    record Resume(LegId leg) implements ConferenceCommand {}

    record PressKey(LegId leg, char key) implements ConferenceCommand {
        /** Without the key, which may be part of a PIN. */
        @Override
        public String toString() {
            return "PressKey[leg=" + leg + "]";
        }
    }

    /** A prompt has been played, was stopped, or could not be played. */
    record PromptOver(LegId leg, String request) implements ConferenceCommand {}

    /** The dialog is over. */
    record Leave(LegId leg, LeaveReason reason) implements ConferenceCommand {}

    /** No packet has come from the leg for too long; its dialog may still be there. */
    record LoseMedia(LegId leg) implements ConferenceCommand {}

    /** The leg's timer has run out. */
    record TimerElapsed(LegId leg) implements ConferenceCommand {}
}
