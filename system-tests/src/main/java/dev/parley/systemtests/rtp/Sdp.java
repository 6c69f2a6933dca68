package dev.parley.systemtests.rtp;

import static java.util.stream.Collectors.joining;

import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.net.Address;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A session of one audio stream.
 *
 * @param session the id in {@code o=}; offers of the test phone carry one of their own, by which a call is found again
 * @param payloads payload number to encoding ({@code PCMU/8000}), in order of preference
 */
public record Sdp(
        String session, long version, InetSocketAddress rtp, Map<Integer, String> payloads, Direction direction) {
    public static final int TELEPHONE_EVENT = 101;
    private static final String TELEPHONE_EVENTS = "telephone-event/8000";
    private static final Map<Integer, String> STATIC = Map.of(0, "PCMU/8000", 8, "PCMA/8000", 9, "G722/8000");

    /** RFC 3264 §5.1. */
    public enum Direction {
        SENDRECV,
        SENDONLY,
        RECVONLY,
        INACTIVE;

        /** What the other side answers to it. */
        Direction answer() {
            return switch (this) {
                case SENDRECV -> SENDRECV;
                case SENDONLY -> RECVONLY;
                case RECVONLY -> SENDONLY;
                case INACTIVE -> INACTIVE;
            };
        }

        boolean sends() {
            return this == SENDRECV || this == SENDONLY;
        }
    }

    static Sdp offer(String session, long version, InetSocketAddress rtp, List<G711> codecs, Direction direction) {
        Map<Integer, String> payloads = new LinkedHashMap<>();
        codecs.forEach(codec -> payloads.put(codec.payloadType(), codec.encoding()));
        payloads.put(TELEPHONE_EVENT, TELEPHONE_EVENTS);
        return new Sdp(session, version, rtp, payloads, direction);
    }

    public static Sdp parse(String text) {
        String session = "";
        String host = "0.0.0.0";
        int port = 0;
        List<Integer> numbers = new ArrayList<>();
        Map<Integer, String> names = new LinkedHashMap<>(STATIC);
        Direction direction = Direction.SENDRECV;
        for (String line : text.lines().toList()) {
            String[] words = line.substring(Math.min(2, line.length())).split("[ :]", -1);
            if (line.startsWith("o=")) {
                session = words[1];
            } else if (line.startsWith("c=")) {
                host = words[2];
            } else if (line.startsWith("m=audio")) {
                port = Integer.parseInt(words[1]);
                List.of(words).subList(3, words.length).forEach(word -> numbers.add(Integer.valueOf(word)));
            } else if (line.startsWith("a=rtpmap:")) {
                names.put(Integer.valueOf(words[1]), words[2]);
            } else {
                for (Direction named : Direction.values()) {
                    if (line.strip().equals("a=" + named.name().toLowerCase(Locale.ROOT))) {
                        direction = named;
                    }
                }
            }
        }
        Map<Integer, String> payloads = new LinkedHashMap<>();
        numbers.forEach(number -> payloads.put(number, names.getOrDefault(number, "unknown")));
        return new Sdp(session, 0, Address.of(host, port), payloads, direction);
    }

    /** The first codec here that we speak. */
    Optional<G711> codec(List<G711> ours) {
        return payloads.values().stream()
                .flatMap(name -> ours.stream().filter(codec -> codec.encoding().equalsIgnoreCase(name)))
                .findFirst();
    }

    /** The number that telephone events have here. */
    Optional<Integer> telephoneEvents() {
        return payloads.entrySet().stream()
                .filter(payload -> payload.getValue().equalsIgnoreCase(TELEPHONE_EVENTS))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same with telephone events under the other side's number, or without any. */
    Sdp withTelephoneEvents(Optional<Integer> number) {
        Map<Integer, String> changed = new LinkedHashMap<>(payloads);
        changed.values().removeIf(TELEPHONE_EVENTS::equals);
        number.ifPresent(theirs -> changed.put(theirs, TELEPHONE_EVENTS));
        return new Sdp(session, version, rtp, changed, direction);
    }

    public String text() {
        String numbers = payloads.keySet().stream().map(String::valueOf).collect(joining(" "));
        String maps = payloads.entrySet().stream()
                .map(payload -> "a=rtpmap:" + payload.getKey() + " " + payload.getValue() + "\r\n"
                        + (payload.getValue().equals(TELEPHONE_EVENTS)
                                ? "a=fmtp:" + payload.getKey() + " 0-16\r\n"
                                : ""))
                .collect(joining());
        String host = rtp.getHostString();
        return "v=0\r\no=- " + session + " " + version + " IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host
                + "\r\nt=0 0\r\nm=audio " + rtp.getPort() + " RTP/AVP " + numbers + "\r\n" + maps + "a=ptime:20\r\na="
                + direction.name().toLowerCase(Locale.ROOT) + "\r\n";
    }
}
