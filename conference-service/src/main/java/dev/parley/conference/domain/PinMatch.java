package dev.parley.conference.domain;

/** What the digits of an entry turned out to be; found out outside, where the key is. */
public enum PinMatch {
    NONE,
    PIN,
    MODERATOR_PIN
}
