package dev.parley.conference.domain;

/** What can be said to one leg. */
public enum Prompt {
    WELCOME,
    ONLY_ONE,
    ENTER_PIN,
    WRONG_PIN,
    CONFERENCE_FULL,
    GOODBYE
}
