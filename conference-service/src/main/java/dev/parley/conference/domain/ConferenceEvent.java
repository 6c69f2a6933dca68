package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;

/** What happened in a room. Never refused, never changed once stored. */
public sealed interface ConferenceEvent {
    /** A leg is let through to the room's door; takes a seat unless it has to enter a PIN first. */
    record LegExpected(LegId leg, int instance, String number, RoomPolicy policy) implements ConferenceEvent {}

    record PinAsked(LegId leg) implements ConferenceEvent {}

    record DigitTaken(LegId leg, char digit) implements ConferenceEvent {
        /** Without the digit, which may be part of a PIN. */
        @Override
        public String toString() {
            return "DigitTaken[leg=" + leg + "]";
        }
    }

    record EntryCleared(LegId leg) implements ConferenceEvent {}

    /** The entry was wrong or never came; another one may be tried. */
    record EntryFailed(LegId leg) implements ConferenceEvent {}

    /** Not let in; to be hung up on. */
    record LegDismissed(LegId leg) implements ConferenceEvent {}

    record LegHeld(LegId leg) implements ConferenceEvent {}

    record LegResumed(LegId leg) implements ConferenceEvent {}

    /** A leg that was no participant is no longer here. */
    record LegGone(LegId leg) implements ConferenceEvent {}

    /** Part of the conference's public story: numbered from 1, without a gap. */
    sealed interface Told extends ConferenceEvent {
        ConferenceId conference();

        long sequence();

        Cause cause();
    }

    record ConferenceStarted(ConferenceId conference, long sequence, Cause cause) implements Told {}

    record ParticipantJoined(
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LegId leg,
            String number,
            Role role)
            implements Told {}

    record ParticipantLeft(
            ConferenceId conference,
            long sequence,
            Cause cause,
            ParticipantId participant,
            LegId leg,
            LeaveReason reason)
            implements Told {}

    record ConferenceEnded(ConferenceId conference, long sequence, Cause cause) implements Told {}
}
