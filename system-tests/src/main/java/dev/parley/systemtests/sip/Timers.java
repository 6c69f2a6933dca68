package dev.parley.systemtests.sip;

import java.time.Duration;

/** How long SIP waits, RFC 3261 §17.1.1.1 and table 4. */
final class Timers {
    /** A round trip, as far as is known. */
    static final Duration T1 = Duration.ofMillis(500);
    /** The longest pause between retransmissions. */
    private static final Duration T2 = Duration.ofSeconds(4);
    /** After this, nothing is expected any more. */
    static final Duration GIVE_UP = T1.multipliedBy(64);

    private Timers() {}

    /** The pause after this one: twice as long, up to a limit. */
    static Duration after(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(T2) < 0 ? doubled : T2;
    }
}
