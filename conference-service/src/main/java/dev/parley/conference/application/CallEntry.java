package dev.parley.conference.application;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is left of a leg that is over. Kept and shown as call-control tells it; nothing is decided by it.
 *
 * @param call the same for all legs of a call
 * @param direction {@code incoming} or {@code outgoing}
 * @param status the final SIP answer
 * @param cause of ITU-T Q.850
 * @param reason why it is over
 * @param endedBy whose doing that was: {@code party}, {@code parley} or {@code nobody}
 * @param withheld whether the caller withheld its number
 */
public record CallEntry(
        TenantId tenant,
        LegId leg,
        LegId call,
        Optional<RoomId> room,
        String direction,
        String from,
        Optional<String> name,
        String to,
        Optional<String> trunk,
        Instant began,
        Optional<Instant> rang,
        Optional<Instant> answered,
        Instant ended,
        OptionalInt status,
        OptionalInt cause,
        String reason,
        String endedBy,
        boolean withheld) {}
