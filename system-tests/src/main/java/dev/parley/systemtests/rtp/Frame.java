package dev.parley.systemtests.rtp;

import dev.parley.systemtests.audio.G711;

/** A packet that came, and when. */
@SuppressWarnings("ArrayRecordComponent") // Frames are never compared.
record Frame(long arrival, int ssrc, long timestamp, G711 codec, byte[] payload) {
    short[] samples() {
        return codec.decode(payload);
    }
}
