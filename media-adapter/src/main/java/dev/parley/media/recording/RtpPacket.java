package dev.parley.media.recording;

import java.nio.ByteBuffer;
import java.util.Optional;

/** One packet of linear audio (RFC 3550, RFC 3551 §4.5.11). */
record RtpPacket(int ssrc, int timestamp, Samples samples) {
    private static final int HEADER = 12;
    private static final int VERSION = 2;
    private static final int EXTENSION_HEADER = 4;
    /** The types of RTCP, which may come to the same port, as they look in the place of ours (RFC 5761 §4). */
    private static final int RTCP_FIRST = 64;

    private static final int RTCP_LAST = 95;

    /** Reads a datagram that may come from anybody; empty when it is no RTP with audio in it. */
    static Optional<RtpPacket> of(ByteBuffer datagram) {
        if (datagram.remaining() < HEADER || (datagram.get(0) & 0xff) >> 6 != VERSION) {
            return Optional.empty();
        }
        int type = datagram.get(1) & 0x7f;
        if (type >= RTCP_FIRST && type <= RTCP_LAST) {
            return Optional.empty();
        }
        int start = HEADER + 4 * (datagram.get(0) & 0x0f);
        if ((datagram.get(0) & 0x10) != 0) {
            if (datagram.limit() < start + EXTENSION_HEADER) {
                return Optional.empty();
            }
            start += EXTENSION_HEADER + 4 * (datagram.getShort(start + 2) & 0xffff);
        }
        int end = datagram.limit();
        if ((datagram.get(0) & 0x20) != 0) {
            end -= datagram.get(end - 1) & 0xff;
        }
        if (end - start < 2) {
            return Optional.empty();
        }
        return Optional.of(new RtpPacket(
                datagram.getInt(8), datagram.getInt(4), Samples.ofLinear(datagram.slice(start, end - start))));
    }
}
