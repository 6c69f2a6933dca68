package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a room needs others to do. Asked for after the events are stored. */
public sealed interface Effect {
    /** Make the leg's media, so that it can be answered. */
    record OpenLeg(LegId leg, int instance, Optional<String> offer) implements Effect {
        /** Without the SDP, which belongs into no log. */
        @Override
        public String toString() {
            return "OpenLeg[leg=" + leg + ", instance=" + instance + "]";
        }
    }

    /** Do not answer it. */
    record RefuseLeg(LegId leg, int instance, Rejection reason) implements Effect {}

    record HangUpLeg(LegId leg, int instance) implements Effect {}

    /** Free the leg's media. */
    record CloseLeg(LegId leg) implements Effect {}

    /**
     * Say something to one leg.
     *
     * @param request names it when it is over; unique within the leg
     */
    record PlayPrompts(LegId leg, String request, List<Prompt> prompts, String language) implements Effect {}

    record StopPrompts(LegId leg) implements Effect {}

    /** Let these hear each other from now on, and nobody else. */
    record ConnectAudio(HearingPlan plan) implements Effect {}

    /** Comes back as {@link ConferenceCommand.TimerElapsed}. Replaces the leg's timer, of which there is one. */
    record StartTimer(LegId leg, Instant due) implements Effect {}

    record CancelTimer(LegId leg) implements Effect {}
}
