package dev.parley.media.sdp;

import java.util.ArrayList;
import java.util.List;

/** A whole SDP, split into its session part and its media lines. */
public record SessionDescription(List<String> session, List<MediaLine> media) {

    /** Larger than any real one; more is an attack or a mistake. */
    private static final int LONGEST = 16_384;

    public SessionDescription {
        session = List.copyOf(session);
        media = List.copyOf(media);
    }

    public static SessionDescription parse(String text) throws BadSdp {
        if (text.length() > LONGEST) {
            throw new BadSdp("Longer than " + LONGEST + " characters");
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.isEmpty() || !lines.getFirst().equals("v=0")) {
            throw new BadSdp("Expected to begin with v=0");
        }
        int position = endOfPart(lines, 0);
        List<String> session = lines.subList(0, position);
        var media = new ArrayList<MediaLine>();
        while (position < lines.size()) {
            int end = endOfPart(lines, position + 1);
            media.add(MediaLine.parse(lines.get(position), lines.subList(position + 1, end)));
            position = end;
        }
        return new SessionDescription(session, media);
    }

    private static int endOfPart(List<String> lines, int from) throws BadSdp {
        int position = from;
        while (position < lines.size() && !lines.get(position).startsWith("m=")) {
            if (lines.get(position).length() < 2 || lines.get(position).charAt(1) != '=') {
                throw new BadSdp("Expected x=… in '" + lines.get(position) + "'");
            }
            position++;
        }
        return position;
    }
}
