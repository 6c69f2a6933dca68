package dev.parley.messaging;

/** A message that nobody can make sense of. Thrown out of a consumer, it sends the record to the dead letters. */
public final class UnreadableMessage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableMessage(String why) {
        super(why);
    }
}
