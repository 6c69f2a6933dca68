package dev.parley.media.rtpengine;

import dev.parley.media.ng.NgValue.Dictionary;

/**
 * How much rtpengine has to do, by its own count, read from the reply to {@code statistics}. Of its CPU time it says
 * nothing (26.0.1): packets stand for that.
 *
 * @param sessions calls it holds, those of other controllers included
 * @param packetsPerSecond packets it has received and passed on, mixed or answered in the last second
 * @param mixed media streams it makes of several
 * @param transcoded media streams it codes anew
 */
public record Workload(long sessions, long packetsPerSecond, long mixed, long transcoded) {
    public static final Workload NONE = new Workload(0, 0, 0, 0);

    public static Workload of(Dictionary reply) {
        Dictionary now = reply.dictionary("statistics").dictionary("currentstatistics");
        return new Workload(
                now.number("sessionstotal").orElse(0L),
                now.number("packetrate").orElse(0L),
                now.number("media_mixed").orElse(0L),
                now.number("transcodedmedia").orElse(0L));
    }
}
