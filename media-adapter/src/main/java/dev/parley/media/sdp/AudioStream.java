package dev.parley.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audio that one side describes: where it receives, in which formats, which way it flows.
 *
 * @param index which of the media lines it is, from 0
 * @param family {@code IP4} or {@code IP6}
 * @param rtcp the value of {@code a=rtcp} when it was given
 * @param codecs in the order of preference
 */
public record AudioStream(
        int index,
        String family,
        String address,
        int port,
        Optional<String> rtcp,
        Optional<Integer> packetTime,
        Direction direction,
        List<Codec> codecs) {

    private static final String PLAIN = "RTP/AVP";

    /** Formats that need no {@code a=rtpmap} (RFC 3551 §6). */
    private static final Map<Integer, Codec> STATIC = Map.of(
            0, new Codec(0, "PCMU", 8000, 1, Optional.empty()),
            8, new Codec(8, "PCMA", 8000, 1, Optional.empty()),
            9, new Codec(9, "G722", 8000, 1, Optional.empty()));

    public AudioStream {
        codecs = List.copyOf(codecs);
    }

    /** The first stream of plain RTP audio that is not refused; none when the other side has no such stream for us. */
    public static Optional<AudioStream> in(SessionDescription sdp) throws BadSdp {
        for (int index = 0; index < sdp.media().size(); index++) {
            MediaLine line = sdp.media().get(index);
            if (line.type().equals("audio")
                    && line.port() != 0
                    && line.protocol().equals(PLAIN)) {
                return Optional.of(read(sdp, index, line));
            }
        }
        return Optional.empty();
    }

    private static AudioStream read(SessionDescription sdp, int index, MediaLine line) throws BadSdp {
        String[] connection = connection(sdp, line);
        Direction said =
                direction(line.attributes()).or(() -> direction(sdp.session())).orElse(Direction.SENDRECV);
        boolean nowhere = connection[1].equals("0.0.0.0") || connection[1].equals("::");
        Optional<String> time = line.attribute("ptime");
        return new AudioStream(
                index,
                connection[0],
                connection[1],
                line.port(),
                line.attribute("rtcp"),
                time.isPresent() ? Optional.of(MediaLine.number(time.get().strip(), "ptime")) : Optional.empty(),
                nowhere ? said.withoutReceiving() : said,
                codecs(line));
    }

    private static Optional<Direction> direction(List<String> lines) {
        return lines.stream()
                .map(Direction::ofAttribute)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Family and address of {@code c=IN IP4 192.0.2.1/127}, the stream's own before the session's. */
    private static String[] connection(SessionDescription sdp, MediaLine line) throws BadSdp {
        String found = line.attributes().stream()
                .filter(it -> it.startsWith("c="))
                .findFirst()
                .or(() ->
                        sdp.session().stream().filter(it -> it.startsWith("c=")).findFirst())
                .orElseThrow(() -> new BadSdp("No c= line for the audio"));
        String[] fields = found.substring(2).split(" +", -1);
        if (fields.length != 3 || !fields[0].equals("IN")) {
            throw new BadSdp("Expected IN IP4 or IP6 and an address in '" + found + "'");
        }
        String address = fields[2].split("/", 2)[0];
        boolean numeric = switch (fields[1]) {
            case "IP4" -> address.matches("(\\d{1,3}\\.){3}\\d{1,3}");
            case "IP6" -> address.matches("[0-9a-fA-F:.]{2,45}");
            default -> false;
        };
        if (!numeric) {
            throw new BadSdp("Expected a numeric address in '" + found + "'");
        }
        return new String[] {fields[1], address};
    }

    private static List<Codec> codecs(MediaLine line) throws BadSdp {
        var codecs = new ArrayList<Codec>();
        for (String format : line.formats()) {
            int payloadType = MediaLine.number(format, "m=audio");
            Optional<String> parameters = parameters(line, format);
            Optional<String> mapped = mapped(line, format);
            if (mapped.isPresent()) {
                codecs.add(codec(payloadType, mapped.get(), parameters));
            } else if (STATIC.containsKey(payloadType)) {
                Codec known = STATIC.get(payloadType);
                codecs.add(new Codec(payloadType, known.name(), known.clockRate(), 1, parameters));
            }
        }
        return codecs;
    }

    private static Codec codec(int payloadType, String map, Optional<String> parameters) throws BadSdp {
        String[] fields = map.split("/", -1);
        if (fields.length < 2 || !fields[0].matches("[A-Za-z0-9._-]{1,40}")) {
            throw new BadSdp("Expected name/rate in '" + map + "'");
        }
        int channels = fields.length > 2 ? MediaLine.number(fields[2], map) : 1;
        return new Codec(payloadType, fields[0], MediaLine.number(fields[1], map), channels, parameters);
    }

    private static Optional<String> mapped(MediaLine line, String format) {
        return prefixed(line, "a=rtpmap:" + format + " ");
    }

    private static Optional<String> parameters(MediaLine line, String format) {
        return prefixed(line, "a=fmtp:" + format + " ");
    }

    private static Optional<String> prefixed(MediaLine line, String start) {
        return line.attributes().stream()
                .filter(it -> it.startsWith(start))
                .map(it -> it.substring(start.length()).strip())
                .findFirst();
    }
}
