package dev.parley.systemtests.rtp;

import java.nio.ByteBuffer;
import java.util.Optional;

/** One packet (RFC 3550 §5.1), without the fields that a telephone leaves alone. */
@SuppressWarnings("ArrayRecordComponent") // Packets are never compared.
record RtpPacket(int payloadType, boolean marker, int sequence, long timestamp, int ssrc, byte[] payload) {
    private static final int HEADER = 12;
    private static final int VERSION = 0x80;

    static Optional<RtpPacket> parse(ByteBuffer datagram) {
        if (datagram.remaining() < HEADER || (datagram.get(0) & 0xC0) != VERSION) {
            return Optional.empty();
        }
        int flags = datagram.get();
        int type = datagram.get();
        int sequence = Short.toUnsignedInt(datagram.getShort());
        long timestamp = Integer.toUnsignedLong(datagram.getInt());
        int ssrc = datagram.getInt();
        int skip = (flags & 0x0F) * 4;
        if (datagram.remaining() < skip) {
            return Optional.empty();
        }
        datagram.position(datagram.position() + skip);
        byte[] payload = new byte[datagram.remaining()];
        datagram.get(payload);
        return Optional.of(new RtpPacket(type & 0x7F, (type & 0x80) != 0, sequence, timestamp, ssrc, payload));
    }

    ByteBuffer bytes() {
        return ByteBuffer.allocate(HEADER + payload.length)
                .put((byte) VERSION)
                .put((byte) ((marker ? 0x80 : 0) | payloadType))
                .putShort((short) sequence)
                .putInt((int) timestamp)
                .putInt(ssrc)
                .put(payload)
                .flip();
    }
}
