package dev.parley.contracts;

/** What became of the bytes of a message. */
public sealed interface Reading<T> {
    record Understood<T>(T message) implements Reading<T> {}

    /** Well-formed, but of a kind or with a value that this reader does not know yet: skip it and count it. */
    record Unknown<T>(String what) implements Reading<T> {}

    /** Not a message of this family at all: to the dead letters with it. */
    record Unreadable<T>(String why) implements Reading<T> {}
}
