package dev.parley.media.recording;

/**
 * Says where in a recording each packet belongs, so that pauses, losses and packets out of order leave the time right.
 *
 * <p>Within one stream the stream's own clock counts; a new stream, and one whose clock has left the time of day behind,
 * is set by its arrival. Pure: the time comes from the caller.
 */
final class Timeline {
    /** In samples: 2 s. A busy machine delivers late and all at once; that alone moves nothing. */
    private static final long TOLERANCE = 2L * Samples.RATE;

    private boolean started;
    private int ssrc;
    private int timestamp;
    private long position;

    /**
     * The position of the packet's first sample.
     *
     * @param arrived how many samples after the beginning the packet came
     */
    long place(RtpPacket packet, long arrived) {
        long due = Math.max(0, arrived - packet.samples().length());
        long next = position + (packet.timestamp() - timestamp);
        boolean goesOn = started && packet.ssrc() == ssrc && next >= 0 && Math.abs(next - due) <= TOLERANCE;
        started = true;
        ssrc = packet.ssrc();
        timestamp = packet.timestamp();
        position = goesOn ? next : due;
        return position;
    }
}
