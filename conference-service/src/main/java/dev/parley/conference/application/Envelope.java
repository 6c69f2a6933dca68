package dev.parley.conference.application;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A message written down, ready to be sent, and to be sent again: it keeps its identity.
 *
 * @param partition the very partition it has to go to; otherwise the key decides
 * @param payload JSON
 */
public record Envelope(
        UUID id, String topic, String key, OptionalInt partition, String kind, Instant time, String payload) {
    /** Without the payload, which may hold SDP. */
    @Override
    public String toString() {
        return "Envelope[" + kind + " to " + topic + "]";
    }
}
