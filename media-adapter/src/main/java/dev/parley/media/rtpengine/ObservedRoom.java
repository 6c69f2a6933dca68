package dev.parley.media.rtpengine;

import dev.parley.media.mix.Edge;
import dev.parley.media.ng.NgValue;
import dev.parley.media.ng.NgValue.Dictionary;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A room as rtpengine has it, read from the reply to {@code query}.
 *
 * @param parties those that are there, by name
 * @param edges between parties that are there
 */
public record ObservedRoom(Map<String, Party> parties, Set<Edge> edges) {
    public static final ObservedRoom NONE = new ObservedRoom(Map.of(), Set.of());

    /**
     * @param created when rtpengine made it, to the second
     * @param lastPacket when RTP or RTCP came last, to the second
     * @param packets how many of both came in all
     * @param bothWays whether its other side is to send and to receive
     */
    public record Party(Instant created, Instant lastPacket, long packets, boolean bothWays) {}

    private static final List<NgValue> BOTH_WAYS = List.of(new NgValue.Text("send"), new NgValue.Text("recv"));

    public ObservedRoom {
        parties = Map.copyOf(parties);
        edges = Set.copyOf(edges);
    }

    public static ObservedRoom of(Dictionary reply) {
        var parties = new HashMap<String, Party>();
        var edges = new HashSet<Edge>();
        reply.dictionary("tags").entries().forEach((name, value) -> {
            if (value instanceof Dictionary tag) {
                party(tag).ifPresent(party -> parties.put(name, party));
                sources(tag).stream()
                        .filter(source -> !source.equals(name))
                        .forEach(source -> edges.add(new Edge(source, name)));
            }
        });
        edges.removeIf(edge -> !parties.containsKey(edge.from()) || !parties.containsKey(edge.to()));
        return new ObservedRoom(parties, edges);
    }

    /** A party that was removed is still listed, without a local port. */
    private static Optional<Party> party(Dictionary tag) {
        long created = tag.number("created").orElse(0L);
        for (NgValue media : tag.sequence("medias")) {
            if (media instanceof Dictionary description) {
                List<Dictionary> open = dictionaries(description.sequence("streams"))
                        .filter(stream -> stream.number("local port").isPresent())
                        .toList();
                if (!open.isEmpty()) {
                    return Optional.of(new Party(
                            Instant.ofEpochSecond(created),
                            Instant.ofEpochSecond(open.stream()
                                    .mapToLong(it -> it.number("last packet").orElse(0L))
                                    .max()
                                    .orElse(0)),
                            open.stream()
                                    .mapToLong(it -> it.dictionary("stats")
                                            .number("packets")
                                            .orElse(0L))
                                    .sum(),
                            description.sequence("flags").containsAll(BOTH_WAYS)));
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<Dictionary> dictionaries(List<NgValue> values) {
        return values.stream().filter(Dictionary.class::isInstance).map(Dictionary.class::cast);
    }

    private static Set<String> sources(Dictionary tag) {
        var sources = new HashSet<String>();
        for (NgValue subscription : tag.sequence("subscriptions")) {
            if (subscription instanceof Dictionary fields) {
                fields.text("tag").ifPresent(sources::add);
            }
        }
        return sources;
    }
}
