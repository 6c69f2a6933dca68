package dev.parley.media.sdp;

/** The text is not a session description that can be worked with. */
public final class BadSdp extends Exception {
    private static final long serialVersionUID = 1L;

    public BadSdp(String message) {
        super(message);
    }
}
