package dev.parley.conference.application;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of the things past are asked for, the newest first.
 *
 * @param from not before then
 * @param to before then
 * @param number of whoever called, was called, or was in
 * @param room its name without the tenant
 * @param before only what comes after this one in the list
 * @param limit so many at most
 */
public record PastQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> number,
        Optional<String> room,
        Optional<Place> before,
        int limit) {
    /** A place in the list. */
    public record Place(Instant time, String id) {}
}
