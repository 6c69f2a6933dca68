package dev.parley.conference.application;

import dev.parley.contracts.id.LegId;
import java.time.Instant;

/** What makes a command come up, named so that it is carried out once, however often it is delivered. */
public sealed interface Trigger {
    /**
     * A record of a log.
     *
     * @param log the one log it stands in; a log that was made anew has a new name
     * @param offset its place; grows within a log
     */
    record Delivery(String log, long offset) implements Trigger {}

    /** A timer that was to run out at this time; none any more once it was cancelled or started over. */
    record Alarm(LegId leg, Instant due) implements Trigger {}

    /** Somebody asks, and hears at once what came of it; asking again is a new wish. */
    record Call() implements Trigger {}
}
