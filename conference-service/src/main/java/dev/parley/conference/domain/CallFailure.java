package dev.parley.conference.domain;

/** Why a call that we placed came to nothing. */
public enum CallFailure {
    BUSY,
    DECLINED,
    NO_ANSWER,
    /** Not registered, not known, or not to be reached. */
    UNREACHABLE,
    ERROR
}
