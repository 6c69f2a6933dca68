package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a room needs others to do. Asked for after the events are stored. */
public sealed interface Effect {
    /**
     * Make the leg's media, so that it can be answered.
     *
     * @param call where the room's media is; none: the room has its own
     */
    record OpenLeg(LegId leg, int instance, Optional<String> offer, Optional<RoomId> call) implements Effect {
        /** In media of the room's own. */
        public OpenLeg(LegId leg, int instance, Optional<String> offer) {
            this(leg, instance, offer, Optional.empty());
        }

        /** Without the SDP, which belongs into no log. */
        @Override
        public String toString() {
            return "OpenLeg[leg=" + leg + ", instance=" + instance + "]";
        }
    }

    /** Do not answer it. */
    record RefuseLeg(LegId leg, int instance, Rejection reason) implements Effect {}

    /**
     * Call somebody; its media is made by whoever calls.
     *
     * @param call where the room's media is; none: the room has its own
     */
    record PlaceCall(LegId leg, int instance, String number, CallerId caller, Duration ring, Optional<RoomId> call)
            implements Effect {
        /** In media of the room's own. */
        public PlaceCall(LegId leg, int instance, String number, CallerId caller, Duration ring) {
            this(leg, instance, number, caller, ring, Optional.empty());
        }

        /** Without the numbers. */
        @Override
        public String toString() {
            return "PlaceCall[leg=" + leg + ", instance=" + instance + "]";
        }
    }

    /** End the dialog, answered or not: BYE, CANCEL or a final answer. */
    record HangUpLeg(LegId leg, int instance) implements Effect {}

    /** Free the leg's media. */
    record CloseLeg(LegId leg) implements Effect {}

    /**
     * Say something to one leg.
     *
     * @param request names it when it is over; unique within the leg
     */
    record PlayPrompts(LegId leg, String request, List<Prompt> prompts, String language) implements Effect {
        public PlayPrompts {
            prompts = List.copyOf(prompts);
        }
    }

    record StopPrompts(LegId leg) implements Effect {}

    /**
     * Record the name that the leg says now; over with {@link ConferenceCommand.NameOver}.
     *
     * @param request names the recording; unique within the room
     */
    record RecordName(LegId leg, String request, Duration most) implements Effect {}

    /** The name is said. */
    record EndName(LegId leg) implements Effect {}

    /** Let these hear each other from now on, and nobody else; record what is to be recorded. */
    record ConnectAudio(HearingPlan plan) implements Effect {}

    /** Comes back as {@link ConferenceCommand.TimerElapsed}. Replaces the leg's timer, of which there is one. */
    record StartTimer(LegId leg, Instant due) implements Effect {}

    record CancelTimer(LegId leg) implements Effect {}

    /** Press a key towards the party at this leg, so that its telephone gets it. */
    record SendKey(LegId leg, char key) implements Effect {
        /** Without the key, which may be part of a secret. */
        @Override
        public String toString() {
            return "SendKey[leg=" + leg + "]";
        }
    }

    /** Tell whoever wanted to make a conference of a two-party call what came of it. */
    record AnswerEscalation(LegId leg, int instance, String attempt, EscalationOutcome outcome) implements Effect {}

    /** A wrong PIN: counts for the room, this caller, its source and the tenant. */
    record CountGuess(Party caller) implements Effect {}
}
