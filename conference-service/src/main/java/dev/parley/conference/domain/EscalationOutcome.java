package dev.parley.conference.domain;

/** What comes of the wish to make a conference of a two-party call (R21). */
public enum EscalationOutcome {
    /** Both are in. */
    ACCEPTED,
    /** It is not the administrator's password, or too many wrong ones have come. */
    WRONG_PASSWORD,
    /** Somebody is in this room. */
    TAKEN,
    /** There is no such room, or no room in it, or the tenant has as much as it may have. */
    UNAVAILABLE
}
