package dev.parley.media.sdp;

import java.util.ArrayList;
import java.util.List;

/** What rtpengine is told of the other side's SDP: one audio stream with the agreed codecs, nothing else of it. */
public final class Reduced {

    private Reduced() {}

    public static String of(AudioStream theirs, Agreement agreement) {
        var lines = new ArrayList<String>(List.of(
                "v=0",
                "o=- 1 1 IN " + theirs.family() + " " + theirs.address(),
                "s=-",
                "c=IN " + theirs.family() + " " + theirs.address(),
                "t=0 0"));
        lines.add("m=audio " + theirs.port() + " RTP/AVP " + OwnDescription.formats(agreement.codecs()));
        theirs.rtcp().filter(value -> value.matches("\\d{1,5}")).ifPresent(value -> lines.add("a=rtcp:" + value));
        lines.addAll(OwnDescription.formatLines(agreement.codecs()));
        theirs.packetTime().ifPresent(time -> lines.add("a=ptime:" + time));
        lines.add(theirs.direction().attribute());
        return OwnDescription.text(lines);
    }
}
