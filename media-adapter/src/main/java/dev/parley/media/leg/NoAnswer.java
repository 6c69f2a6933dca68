package dev.parley.media.leg;

/** rtpengine did not do what a leg needs. */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
        super(message);
    }
}
