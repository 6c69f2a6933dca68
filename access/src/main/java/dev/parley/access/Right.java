package dev.parley.access;

/** What one may do to a thing; to write is to read as well. */
public enum Right {
    READ,
    WRITE;

    boolean includes(Right wanted) {
        return this == wanted || this == WRITE;
    }
}
