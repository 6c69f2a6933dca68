package dev.parley.media.leg;

/** The other side has no stream or no codec that we could use. */
final class NothingInCommon extends Exception {
    private static final long serialVersionUID = 1L;

    NothingInCommon() {
        super("no plain RTP audio with a codec of ours");
    }
}
