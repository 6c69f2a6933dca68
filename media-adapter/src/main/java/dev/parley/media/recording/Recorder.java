package dev.parley.media.recording;

import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaEvent.RecordingFinished;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts recordings, and brings to their end those that a process before this one has left. */
public final class Recorder {
    private final RecordingFolder folder;
    private final InetAddress host;
    private final Supplier<Instant> clock;

    /** @param host the address of ours that rtpengine sends to */
    public Recorder(RecordingFolder folder, InetAddress host, Supplier<Instant> clock) {
        this.folder = folder;
        this.host = host;
        this.clock = clock;
    }

    /** One recording while it is made. */
    public final class Running implements Take {
        private final RecordingFolder.Growing growing;
        private final WavFile file;
        private final Listener listener;

        private Running(RecordingFolder.Growing growing) {
            this.growing = growing;
            Instant now = clock.get();
            Instant left = RecordingFolder.changed(growing.path());
            file = WavFile.open(growing.path());
            // What a killed process has left goes on, and the time between is silence.
            Instant began = left.isAfter(now) ? now : left;
            listener = new Listener(host, file, began.minus(Samples.time(file.length())), clock);
        }

        @Override
        public InetAddress host() {
            return host;
        }

        @Override
        public int port() {
            return listener.port();
        }

        @Override
        public void suspend() {
            listener.close();
            file.close();
        }

        /** Ends it, and says where it is. */
        public RecordingFinished finish() {
            long end = listener.now();
            listener.close();
            file.extendTo(end);
            file.close();
            return finished(growing);
        }
    }

    /** Begins a recording, or goes on with it; empty when its name is no file's. */
    public Optional<Running> start(RoomId room, RecordingId recording) {
        return folder.growing(room, recording).map(Running::new);
    }

    /** Ends those that nobody has been making for so long, because they were over while nobody was there. */
    public List<RecordingFinished> finishThoseLeft(Duration quiet) {
        return folder.leftSince(clock.get().minus(quiet)).stream()
                .map(this::finished)
                .toList();
    }

    private RecordingFinished finished(RecordingFolder.Growing growing) {
        RecordingFolder.Whole whole = folder.finished(growing);
        return new RecordingFinished(growing.room(), growing.recording(), whole.file(), whole.seconds());
    }
}
