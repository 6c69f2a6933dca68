package dev.parley.conference.domain;

/** What keys mean to somebody who is aside (R16–R18); no key map changes that. {@code docs/keys.md} is held against it. */
public enum AsideKey {
    CALL("NUMBER#", "call that number in private", "yes", "goes to the called party"),
    RETURN("*#", "come back alone", "yes", "yes; the called party is hung up on"),
    MERGE("**", "come back together with the called party", "refused", "yes, from the first sound of it on"),
    PASS_ON("any other key", "", "means nothing", "goes to the called party");

    private final String keys;
    private final String meaning;
    private final String dialling;
    private final String called;

    AsideKey(String keys, String meaning, String dialling, String called) {
        this.keys = keys;
        this.meaning = meaning;
        this.dialling = dialling;
        this.called = called;
    }

    public String keys() {
        return keys;
    }

    public String meaning() {
        return meaning;
    }

    /** What it does while no number is called. */
    public String dialling() {
        return dialling;
    }

    /** What it does once a number is called. */
    public String called() {
        return called;
    }
}
