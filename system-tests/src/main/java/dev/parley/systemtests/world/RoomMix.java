package dev.parley.systemtests.world;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A room in rtpengine's own words.
 *
 * @param legs those who have a telephone's end there
 * @param hearing who hears whom
 */
public record RoomMix(Set<String> legs, Set<Hearing> hearing) {
    public static final RoomMix NONE = new RoomMix(Set.of(), Set.of());

    // Every leg is mixed through a gateway: it hears at the one and is heard at the other (docs/adr/0007).
    private static final String EAR = "~mix";
    private static final String VOICE = "~voice";

    /** By the ids of their legs. */
    public record Hearing(String listener, String speaker) {}

    public RoomMix {
        legs = Set.copyOf(legs);
        hearing = Set.copyOf(hearing);
    }

    /** @param reply rtpengine's to {@code query} */
    static RoomMix of(Object reply) {
        Map<?, ?> tags = Bencode.dictionary(reply, "tags");
        Set<String> present = new TreeSet<>();
        tags.forEach((name, tag) -> {
            if (isOpen(tag)) {
                present.add(name.toString());
            }
        });
        Set<Hearing> hearing = present.stream()
                .filter(name -> name.endsWith(EAR))
                .flatMap(name -> speakers(Bencode.dictionary(tags, name))
                        .filter(present::contains)
                        .map(speaker -> new Hearing(legOf(name), legOf(speaker))))
                .filter(one -> !one.listener().equals(one.speaker()))
                .collect(Collectors.toSet());
        present.removeIf(name -> name.indexOf('~') >= 0 || name.startsWith("."));
        return new RoomMix(present, hearing);
    }

    // Who was removed is still listed, without a port.
    private static boolean isOpen(Object tag) {
        return Bencode.list(tag, "medias").stream()
                .flatMap(media -> Bencode.list(media, "streams").stream())
                .anyMatch(stream -> stream instanceof Map<?, ?> fields && fields.containsKey("local port"));
    }

    private static Stream<String> speakers(Object tag) {
        return Bencode.list(tag, "subscriptions").stream()
                .map(subscription -> subscription instanceof Map<?, ?> fields ? fields.get("tag") : null)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(name -> name.endsWith(VOICE));
    }

    private static String legOf(String party) {
        return party.substring(0, party.indexOf('~'));
    }
}
