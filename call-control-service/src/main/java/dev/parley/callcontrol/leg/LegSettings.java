package dev.parley.callcontrol.leg;

import java.time.Duration;

/**
 * What the rules of a leg need to know of the installation.
 *
 * @param instance this process, as media-adapter shall address it
 * @param session the session interval we ask for
 * @param minimumSession the shortest we accept
 * @param t1 round-trip estimate of RFC 3261 §17.1.1.1
 * @param t2 longest interval between repetitions
 */
public record LegSettings(int instance, Duration session, Duration minimumSession, Duration t1, Duration t2) {
    private static final int PATIENCE = 64;

    /** How long a 2xx is repeated before the party counts as lost: 64*T1. */
    Duration ackPatience() {
        return t1.multipliedBy(PATIENCE);
    }
}
