package dev.parley.systemtests.rtp;

import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.net.Pause;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Remembers what a phone has received of late. Thread-safe. */
public final class Ear {
    private final Duration memory;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private int keys;

    Ear(Duration memory) {
        this.memory = memory;
    }

    synchronized void received(RtpPacket packet, long arrival) {
        for (G711 codec : G711.values()) {
            if (codec.payloadType() == packet.payloadType()) {
                frames.addLast(new Frame(arrival, packet.ssrc(), packet.timestamp(), codec, packet.payload()));
                forgetBefore(arrival - memory.toNanos());
                return;
            }
        }
        keys++;
    }

    private void forgetBefore(long time) {
        while (!frames.isEmpty() && frames.getFirst().arrival() - time < 0) {
            frames.removeFirst();
        }
    }

    /** Listens for so long, from now on. */
    public Sound listen(Duration duration) {
        long from = System.nanoTime();
        Pause.of(duration);
        return since(from);
    }

    /** All that came since that {@link System#nanoTime()}. */
    public synchronized Sound since(long nanos) {
        List<Frame> recent = new ArrayList<>();
        for (Frame frame : frames) {
            if (frame.arrival() - nanos >= 0) {
                recent.add(frame);
            }
        }
        return new Sound(recent, nanos, System.nanoTime());
    }

    /** Packets that were not audio, telephone events above all: a conference must pass on none (R24). */
    public synchronized int packetsThatAreNoAudio() {
        return keys;
    }
}
