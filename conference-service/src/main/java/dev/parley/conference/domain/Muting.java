package dev.parley.conference.domain;

/** Why somebody is not heard: three facts, each set and taken back on its own (R5, R6). */
public enum Muting {
    /** By oneself ({@code *1}). */
    SELF,
    /** By a moderator, this one person. */
    MODERATOR,
    /** By what holds for all who are no moderators ({@code *92}, or the room's {@code mute_non_moderator}). */
    POLICY
}
