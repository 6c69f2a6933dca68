package dev.parley.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What we tell the other side: our ports of rtpengine's, our choice of codecs.
 *
 * @param session names the session in {@code o=}; the same for the whole life of a leg
 * @param version of {@code o=}: grows with every description of the session (RFC 3264 §8)
 * @param local our end, as rtpengine described it
 * @param others the media lines of the session in their order, ours among them; all but ours are refused
 * @param index which of them is ours
 */
public record OwnDescription(
        long session,
        long version,
        LocalEnd local,
        List<MediaLine> others,
        int index,
        List<Codec> codecs,
        Direction direction) {

    public OwnDescription {
        others = List.copyOf(others);
        codecs = codecs.stream().map(Codec::asOurs).toList();
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>(List.of(
                "v=0",
                "o=- " + session + " " + version + " IN " + local.family() + " " + local.address(),
                "s=-",
                "c=IN " + local.family() + " " + local.address(),
                "t=0 0"));
        int count = Math.max(others.size(), index + 1);
        for (int i = 0; i < count; i++) {
            if (i == index) {
                lines.addAll(audio());
            } else {
                lines.add(others.get(i).refused());
            }
        }
        return text(lines);
    }

    private List<String> audio() {
        var lines = new ArrayList<String>();
        lines.add("m=audio " + local.port() + " RTP/AVP " + formats(codecs));
        lines.addAll(formatLines(codecs));
        lines.add("a=ptime:20");
        lines.add(direction.attribute());
        lines.add("a=rtcp:" + local.rtcpPort());
        return lines;
    }

    static String formats(List<Codec> codecs) {
        return codecs.stream().map(codec -> String.valueOf(codec.payloadType())).collect(Collectors.joining(" "));
    }

    static List<String> formatLines(List<Codec> codecs) {
        var lines = new ArrayList<String>();
        for (Codec codec : codecs) {
            lines.add(codec.rtpmap());
            codec.parameters().ifPresent(it -> lines.add("a=fmtp:" + codec.payloadType() + " " + it));
        }
        return lines;
    }

    static String text(List<String> lines) {
        return String.join("\r\n", lines) + "\r\n";
    }
}
