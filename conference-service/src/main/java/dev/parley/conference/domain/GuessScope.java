package dev.parley.conference.domain;

/** By what wrong PINs are counted, across calls. */
public enum GuessScope {
    ROOM(60),
    CALLER(15),
    SOURCE(90),
    TENANT(180);

    private final int most;

    GuessScope(int most) {
        this.most = most;
    }

    /** So many wrong PINs shut it out. */
    public int most() {
        return most;
    }
}
