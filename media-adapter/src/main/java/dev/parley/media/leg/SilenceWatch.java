package dev.parley.media.leg;

import dev.parley.media.rtpengine.ObservedRoom.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out that a telephone is gone: nothing comes from it any more, neither sound nor RTCP, though it is not on hold. A
 * telephone that suppresses silence goes on with RTCP, and is not gone. Pure but for its own state.
 */
public final class SilenceWatch {

    /**
     * How long a telephone may be silent.
     *
     * @param spoken once it has sent something
     * @param unheard as long as it has not: it may still be ringing
     */
    public record Patience(Duration spoken, Duration unheard) {}

    private Optional<Instant> since = Optional.empty();
    private boolean told;

    /** Whether the telephone was found to be gone now; once, until it is heard of again. */
    public boolean isFoundGone(Party party, Instant now, Patience patience) {
        if (!party.bothWays()) {
            since = Optional.empty();
            told = false;
            return false;
        }
        // What came before a hold, and before this process began to watch, says nothing.
        Instant watched = since.orElse(now);
        since = Optional.of(watched);
        Instant heard = party.lastPacket().isAfter(watched) ? party.lastPacket() : watched;
        Duration allowed = party.packets() > 0 ? patience.spoken() : patience.unheard();
        boolean gone = heard.plus(allowed).isBefore(now);
        boolean news = gone && !told;
        told = gone;
        return news;
    }
}
