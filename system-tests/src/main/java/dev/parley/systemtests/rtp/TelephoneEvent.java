package dev.parley.systemtests.rtp;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Keypad;
import java.util.ArrayList;
import java.util.List;

/**
 * One packet of a key held down (RFC 4733 §2.3).
 *
 * @param duration in timestamp units since the key went down
 */
record TelephoneEvent(int event, boolean end, int duration) {
    private static final int VOLUME = 10;
    private static final int PACKETS = 5;
    // RFC 4733 §2.5.1.4: the last packet is sent three times, so that the end is not lost.
    private static final int ENDS = 3;

    static List<TelephoneEvent> of(char key) {
        int event = Keypad.event(key);
        List<TelephoneEvent> packets = new ArrayList<>();
        for (int i = 1; i <= PACKETS; i++) {
            packets.add(new TelephoneEvent(event, false, i * AudioSource.FRAME));
        }
        for (int i = 0; i < ENDS; i++) {
            packets.add(new TelephoneEvent(event, true, PACKETS * AudioSource.FRAME));
        }
        return packets;
    }

    boolean isFirst() {
        return duration == AudioSource.FRAME && !end;
    }

    byte[] payload() {
        return new byte[] {(byte) event, (byte) ((end ? 0x80 : 0) | VOLUME), (byte) (duration >> 8), (byte) duration};
    }
}
