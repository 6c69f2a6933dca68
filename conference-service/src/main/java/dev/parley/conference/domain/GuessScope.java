package dev.parley.conference.domain;

/** By what wrong PINs are counted, across calls. */
public enum GuessScope {
    ROOM(30),
    CALLER(9),
    SOURCE(60),
    TENANT(120);

    private final int most;

    GuessScope(int most) {
        this.most = most;
    }

    /** So many wrong PINs shut it out. */
    public int most() {
        return most;
    }
}
