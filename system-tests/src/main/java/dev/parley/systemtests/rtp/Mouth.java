package dev.parley.systemtests.rtp;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.audio.Keypad;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** What a phone says: a packet every 20 ms, audio or keys. To be used on its loop only. */
final class Mouth {
    private static final int KEY_FRAMES = 5;
    private static final int PAUSE_FRAMES = 4;

    private final Consumer<RtpPacket> wire;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final Deque<Slot> slots = new ArrayDeque<>();
    private final BlockingQueue<Long> releases = new LinkedBlockingQueue<>();
    private AudioSource source;
    private G711 codec = G711.PCMU;
    private int telephoneEvents = Sdp.TELEPHONE_EVENT;
    private boolean open;
    private int sequence = ThreadLocalRandom.current().nextInt(1 << 15);
    private long timestamp = ThreadLocalRandom.current().nextInt(1 << 30);
    private long keyDown;
    private boolean keyHeld;
    private boolean marked;

    /** What the next 20 ms are used for. */
    private sealed interface Slot {
        record Key(TelephoneEvent event) implements Slot {}

        record Audio(AudioSource source) implements Slot {}
    }

    Mouth(AudioSource source, Consumer<RtpPacket> wire) {
        this.source = source;
        this.wire = wire;
    }

    void speak(AudioSource other) {
        source = other;
    }

    void use(G711 agreed, int events) {
        codec = agreed;
        telephoneEvents = events;
    }

    void open(boolean sending) {
        open = sending;
    }

    /** Keys as telephone events, in place of audio. */
    void pressInEvents(char key) {
        TelephoneEvent.of(key).forEach(event -> slots.add(new Slot.Key(event)));
        pause();
    }

    /** Keys as tones within the audio. */
    void pressInBand(char key) {
        AudioSource tones = Keypad.tones(key);
        for (int i = 0; i < KEY_FRAMES; i++) {
            slots.add(new Slot.Audio(tones));
        }
        pause();
    }

    private void pause() {
        for (int i = 0; i < PAUSE_FRAMES; i++) {
            slots.add(new Slot.Audio(AudioSource.silence()));
        }
    }

    /** When keys were let go, in {@link System#nanoTime()}; for any thread. */
    BlockingQueue<Long> releases() {
        return releases;
    }

    void tick() {
        short[] spoken = source.next();
        timestamp += AudioSource.FRAME;
        if (!open) {
            return;
        }
        switch (slots.poll()) {
            case Slot.Key(TelephoneEvent event) -> {
                if (event.isFirst()) {
                    keyDown = timestamp;
                }
                send(telephoneEvents, event.isFirst(), keyDown, event.payload());
                if (keyHeld && event.end()) {
                    releases.add(System.nanoTime());
                }
                keyHeld = !event.end();
            }
            case Slot.Audio(AudioSource instead) -> audio(instead.next());
            case null -> audio(spoken);
        }
    }

    private void audio(short[] samples) {
        send(codec.payloadType(), !marked, timestamp, codec.encode(samples));
        marked = true;
    }

    private void send(int payloadType, boolean marker, long time, byte[] payload) {
        sequence = (sequence + 1) & 0xFFFF;
        wire.accept(new RtpPacket(payloadType, marker, sequence, time, ssrc, payload));
    }
}
