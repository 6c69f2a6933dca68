package dev.parley.conference.domain;

/** What somebody in a conference may do. */
public enum Role {
    /** Entered the moderator PIN (R4), or the administrator's password of a dynamic room (R15). */
    MODERATOR,
    PARTICIPANT
}
