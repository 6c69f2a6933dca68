package dev.parley.conference.domain;

/** Where a change came from (R23). */
public enum Cause {
    SIP,
    KEYPAD,
    API,
    POLICY
}
