package dev.parley.conference.domain;

/** Why a leg is no longer here. */
public enum LeaveReason {
    HUNG_UP,
    /** The party no longer answers, or sends no media any more. */
    LOST,
    /** We ended it. */
    REMOVED,
    MEDIA_FAILED,
    /** A moderator or the API sent the participant away. */
    KICKED,
    /** The conference was over for all. */
    ENDED;

    /** Whether the leg is still there, to be told why. */
    boolean isTold() {
        return this == KICKED || this == ENDED;
    }
}
