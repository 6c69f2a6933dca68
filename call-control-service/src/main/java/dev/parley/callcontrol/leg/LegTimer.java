package dev.parley.callcontrol.leg;

/** The clocks a leg may have running; starting one again replaces it. */
public enum LegTimer {
    /** The 2xx is sent again. */
    REPEAT,
    /** The session is refreshed, or given up. */
    SESSION,
    /** A refresh that was refused is tried again. */
    RETRY,
    /** Whoever sent a re-INVITE or UPDATE waits for our side of the media. */
    MEDIA
}
