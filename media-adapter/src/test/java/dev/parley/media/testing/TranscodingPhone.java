package dev.parley.media.testing;

import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Rtpengine.Player;
import dev.parley.media.rtpengine.Rtpengine.RtpSource;
import java.util.List;
import java.util.UUID;

/**
 * Makes a telephone that speaks any codec out of an endpoint that speaks G.711: a call of its own in rtpengine codes
 * between the two. What the conference exchanges with it is real audio of that codec.
 */
public final class TranscodingPhone implements AutoCloseable {
    private static final String HANDSET = "handset";
    private static final String LINE = "line";

    private final Rtpengine rtpengine;
    private final CallId call = new CallId("phone:" + UUID.randomUUID());
    private final String offer;

    public TranscodingPhone(Rtpengine rtpengine, ToneEndpoint handset, List<String> codecs) {
        this.rtpengine = rtpengine;
        handset.sendTo(sdp(rtpengine.create(call, HANDSET, List.of("PCMU", "telephone-event"), Player.OFF)));
        rtpengine.remote(call, HANDSET, handset.sdp("sendrecv"), Player.OFF, RtpSource.LEARNED);
        offer = sdp(rtpengine.create(call, LINE, codecs, Player.OFF));
    }

    public String offer() {
        return offer;
    }

    public void answered(String answer) {
        rtpengine.remote(call, LINE, answer, Player.OFF, RtpSource.LEARNED);
        rtpengine.couple(call, HANDSET, LINE, Rtpengine.Keys.LEFT_OUT);
    }

    private static String sdp(NgReply reply) {
        return ((NgReply.Done) reply).fields().text("sdp").orElseThrow();
    }

    @Override
    public void close() {
        rtpengine.delete(call);
    }
}
