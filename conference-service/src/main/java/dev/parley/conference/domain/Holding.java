package dev.parley.conference.domain;

/** Who holds a participant: two facts, each taken back on its own. */
public enum Holding {
    /** The phone has put us on hold. */
    PHONE,
    /** A moderator lets the participant wait with music. */
    MODERATOR
}
