package dev.parley.conference.domain;

/** Why a command changes nothing. Stable codes: metrics, logs and the API carry them. */
public enum Rejection {
    /** The directory has no such conference; the caller hears that the number is not known. */
    ROOM_UNKNOWN,
    /** All seats are taken; the caller hears so. The room's {@code max_members} sets the limit. */
    ROOM_FULL,
    /** The conference is locked; the caller hears so. */
    ROOM_LOCKED,
    /** The owner has not created the local conference; the caller hears so (R11). */
    NOT_STARTED,
    /** Too many wrong PINs have come from this caller, its source, or to this room or tenant. */
    SHUT_OUT,
    /** The tenant has as many conferences or participants as it may have; the caller hears so. */
    TENANT_EXHAUSTED,
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
    KEY_WITHOUT_MEANING,
    /** No conference goes on in the room. */
    NO_CONFERENCE,
    /** Nobody of that id is in the conference. */
    NO_SUCH_PARTICIPANT,
    /** There is no invitation of that id that still waits for its outcome. */
    NO_SUCH_INVITATION,
    /** Only a moderator, only the owner, or only an extension may do that. */
    NOT_ALLOWED,
    /** Somebody is being called already, at the wish of the same participant (R12). */
    ALREADY_DIALLING,
    /** Nobody has that number. */
    NUMBER_UNKNOWN,
    /** The class of service does not allow that number (R29). */
    NUMBER_BARRED,
    /** There are as many outside calls as there may be (R29). */
    CALLS_EXHAUSTED,
    /** There is nobody whom this participant has called and may drop. */
    NOTHING_TO_DROP,
    /** No consultation of that id goes on. */
    NO_SUCH_CONSULTATION,
    /** Who was called in private cannot be heard yet, or nobody was called. */
    NOBODY_TO_MERGE,
    /** Somebody is in this room, so that no two-party call can go on there. */
    ROOM_TAKEN,
    /** It is not the administrator's password. */
    WRONG_PASSWORD
}
