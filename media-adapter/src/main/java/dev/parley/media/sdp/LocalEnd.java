package dev.parley.media.sdp;

import java.util.List;

/** Where rtpengine receives a leg, and the codecs it has for it. */
public record LocalEnd(String family, String address, int port, int rtcpPort, List<Codec> codecs) {

    public LocalEnd {
        codecs = List.copyOf(codecs);
    }

    /** Reads the SDP that rtpengine made for a party. */
    public static LocalEnd in(String sdp) throws BadSdp {
        AudioStream stream = AudioStream.in(SessionDescription.parse(sdp))
                .orElseThrow(() -> new BadSdp("rtpengine described no audio"));
        int rtcpPort = stream.rtcp().isPresent()
                ? MediaLine.number(stream.rtcp().get().split(" ", 2)[0], "rtcp")
                : stream.port() + 1;
        return new LocalEnd(stream.family(), stream.address(), stream.port(), rtcpPort, stream.codecs());
    }
}
