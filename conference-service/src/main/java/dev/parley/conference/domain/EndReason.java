package dev.parley.conference.domain;

/** Why a conference is over. */
public enum EndReason {
    LAST_LEFT,
    /** The last moderator left, where the conference lives with its moderators. */
    MODERATOR_LEFT,
    /** The owner of a local conference left, and wants it to end with that (R9). */
    OWNER_LEFT,
    /** A moderator or the API ended it for all. */
    ENDED_FOR_ALL,
    /** Everybody who was invited into the empty room failed to come. */
    NOBODY_CAME
}
