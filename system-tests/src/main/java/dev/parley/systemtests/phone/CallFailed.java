package dev.parley.systemtests.phone;

/** A call did not go as expected; the message tells how it did go. */
public final class CallFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    public CallFailed(String why) {
        super(why);
    }
}
