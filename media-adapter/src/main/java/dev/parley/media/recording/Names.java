package dev.parley.media.recording;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Records names, and keeps them.
 *
 * @param host the address of ours that rtpengine sends to
 */
public record Names(NameFolder folder, InetAddress host, Supplier<Instant> clock) {
    /** Nobody's name takes longer; memory is kept for it. */
    private static final Duration MOST = Duration.ofSeconds(30);

    public NameTake start(Duration most, Runnable whenOver) {
        return new NameTake(host, most.compareTo(MOST) > 0 ? MOST : most, clock, whenOver);
    }
}
