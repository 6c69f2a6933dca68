package dev.parley.media.leg;

import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Rtpengine.Player;
import dev.parley.media.rtpengine.Rtpengine.RtpSource;
import dev.parley.media.sdp.BadSdp;
import dev.parley.media.sdp.Direction;
import dev.parley.media.sdp.LocalEnd;
import dev.parley.media.sdp.OwnDescription;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.jboss.logging.Logger;

/** A mixed party whose RTP goes to a port of ours, as 16 kHz linear. */
public final class TapEnd {
    private static final Logger LOG = Logger.getLogger(TapEnd.class);
    private static final List<String> LINEAR = List.of("L16/16000");

    private final Rtpengine rtpengine;

    public TapEnd(Rtpengine rtpengine) {
        this.rtpengine = rtpengine;
    }

    /** Builds it; false when that failed. */
    public boolean build(CallId call, String party, InetAddress host, int port) {
        try {
            LocalEnd theirs = LocalEnd.in(LegNegotiator.done(rtpengine.create(call, party, LINEAR, Player.ALWAYS))
                    .fields()
                    .text("sdp")
                    .orElse(""));
            String family = host instanceof Inet6Address ? "IP6" : "IP4";
            var ours = new LocalEnd(family, host.getHostAddress(), port, port, theirs.codecs());
            String sdp = new OwnDescription(1, 1, ours, List.of(), 0, theirs.codecs(), Direction.SENDRECV).toString();
            NgReply told = rtpengine.remote(call, party, sdp, Player.ALWAYS, RtpSource.DESCRIBED);
            LegNegotiator.done(told);
            return true;
        } catch (NoAnswer | BadSdp e) {
            LOG.warnf("tap not built: %s callId=%s", e.getMessage(), call);
            return false;
        }
    }
}
