package dev.parley.conference.domain;

/** Why a leg is no longer here. */
public enum LeaveReason {
    HUNG_UP,
    /** The party no longer answers, or sends no media any more. */
    LOST,
    /** We ended it. */
    REMOVED,
    MEDIA_FAILED
}
