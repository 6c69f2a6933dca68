package dev.parley.media.leg;

import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Rtpengine.Player;
import dev.parley.media.rtpengine.Rtpengine.RtpSource;
import java.util.List;

/**
 * Two parties of which one, the mouth, sends its RTP to the other, the ear, inside rtpengine: whatever the mouth gets, at
 * whatever moments, comes out of the ear as an ordinary stream at the steady pace of rtpengine's own clock.
 *
 * <p>Whatever is mixed has to come from an ear. In a mix of rtpengine 26.0.1 two packets of one source between two of
 * another make the one lose 20 ms and the mix fall 20 ms behind, for good (measured: 20–45 % lost and up to 2 s late with
 * four telephones of 30 ms jitter; nothing lost, and 60–110 ms, with a hop behind each).
 */
public final class SteadyHop {
    private final Rtpengine rtpengine;

    public SteadyHop(Rtpengine rtpengine) {
        this.rtpengine = rtpengine;
    }

    /** Builds it, or what is missing of it. The mouth has to be the destination of a single source at a time. */
    public void build(CallId call, String mouth, String ear, List<String> codec) throws NoAnswer {
        String offered = sdp(rtpengine.create(call, mouth, codec, Player.ALWAYS));
        String answered = sdp(rtpengine.publish(call, ear, offered));
        LegNegotiator.done(rtpengine.remote(call, mouth, answered, Player.ALWAYS, RtpSource.DESCRIBED));
    }

    private static String sdp(NgReply reply) throws NoAnswer {
        return LegNegotiator.done(reply).fields().text("sdp").orElse("");
    }
}
