package dev.parley.media.recording;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** The recording of one name, kept in memory until it is whole. */
public final class NameTake implements Take {
    private final InetAddress host;
    private final SpokenName name;
    private final Runnable whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Listener listener;

    /** @param whenOver called once, on a thread of ours, when nothing more is to come */
    public NameTake(InetAddress host, Duration most, Supplier<Instant> clock, Runnable whenOver) {
        this.host = host;
        this.name = new SpokenName(most);
        this.whenOver = whenOver;
        this.listener = new Listener(host, new InMemory(), clock.get(), clock);
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
    }

    /** Ends it; empty when nothing was said. */
    public Optional<Samples> finish() {
        listener.close();
        return name.name();
    }

    private void overIf(boolean isOver) {
        if (isOver && over.compareAndSet(false, true)) {
            whenOver.run();
        }
    }

    private final class InMemory implements Tape {
        @Override
        public void put(long position, Samples samples) {
            overIf(name.hears(position, samples));
        }

        @Override
        public void tick(long now) {
            overIf(name.isOver(now));
        }

        @Override
        public void close() {
            // Memory needs no closing.
        }
    }
}
