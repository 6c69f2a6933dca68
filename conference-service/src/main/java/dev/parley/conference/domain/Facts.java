package dev.parley.conference.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What a decision may need of the world.
 *
 * @param room the room's settings in the directory; none when it has no such room (any more)
 * @param pretence how a room that does not exist pretends to be, so that nobody finds out which ones do
 * @param pin what the entry that a {@code #} ends is; of no meaning to other commands
 * @param guesses wrong PINs by whoever arrives or enters one; of no meaning to other commands
 * @param dialling about the number that this command wants to be called; none: it wants none
 */
public record Facts(
        Instant now,
        Optional<RoomPolicy> room,
        RoomPolicy pretence,
        PinMatch pin,
        Guesses guesses,
        TenantUse tenant,
        Optional<Dialling> dialling,
        NewIds ids) {
    /**
     * What the tenant has, and may have (R29).
     *
     * @param instance a call-control instance that calls may be placed by where nobody is here whose own could
     */
    public record TenantUse(Quota conferences, Quota participants, int instance) {
        public static final TenantUse UNLIMITED = new TenantUse(Quota.UNLIMITED, Quota.UNLIMITED, 0);
    }
}
