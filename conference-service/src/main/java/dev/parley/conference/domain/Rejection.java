package dev.parley.conference.domain;

/** Why a command changes nothing. Stable codes: metrics and logs carry them. */
public enum Rejection {
    /** The directory has no such conference; the caller hears that the number is not known. */
    ROOM_UNKNOWN,
    /** All seats are taken; the caller hears so. The room's {@code max_members} sets the limit. */
    ROOM_FULL,
    /** The same call was announced twice. */
    ALREADY_HERE,
    /** The leg has gone, was refused, or was never announced. */
    NO_SUCH_LEG,
    /** The leg was answered before. */
    ALREADY_ANSWERED,
    /** The leg cannot do that before it is answered. */
    NOT_ANSWERED,
    /** It is so already, or nothing waits for it. */
    NOTHING_CHANGES,
    /** The key means nothing to this leg at this moment. */
    KEY_WITHOUT_MEANING
}
