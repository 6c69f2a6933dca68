package dev.parley.media.ng;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names for exchanges that no other process on any machine uses.
 *
 * <p>rtpengine answers a cookie it has seen with the answer it gave before, whoever asks, so two controllers with the
 * same cookie would get each other's replies (sipwise/rtpengine#1634).
 */
final class Cookies {

    private final String prefix = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    private final AtomicLong next = new AtomicLong();

    String next() {
        return prefix + "_" + next.incrementAndGet();
    }
}
