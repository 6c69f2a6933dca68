package dev.parley.media.rtpengine;

import dev.parley.media.mix.Edge;
import dev.parley.media.ng.NgValue;
import dev.parley.media.ng.NgValue.Dictionary;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A room as rtpengine has it, read from the reply to {@code query}.
 *
 * @param parties those that are there, by name
 * @param edges between parties that are there
 */
public record ObservedRoom(Map<String, Party> parties, Set<Edge> edges) {
    public static final ObservedRoom NONE = new ObservedRoom(Map.of(), Set.of());

    /** @param created when rtpengine made it, to the second */
    public record Party(Instant created, Instant lastPacket) {}

    public ObservedRoom {
        parties = Map.copyOf(parties);
        edges = Set.copyOf(edges);
    }

    public static ObservedRoom of(Dictionary reply) {
        var parties = new HashMap<String, Party>();
        var edges = new HashSet<Edge>();
        reply.dictionary("tags").entries().forEach((name, value) -> {
            if (value instanceof Dictionary tag) {
                openStream(tag)
                        .ifPresent(stream ->
                                parties.put(name, new Party(instant(tag, "created"), instant(stream, "last packet"))));
                sources(tag).stream()
                        .filter(source -> !source.equals(name))
                        .forEach(source -> edges.add(new Edge(source, name)));
            }
        });
        edges.removeIf(edge -> !parties.containsKey(edge.from()) || !parties.containsKey(edge.to()));
        return new ObservedRoom(parties, edges);
    }

    private static Instant instant(Dictionary fields, String key) {
        return Instant.ofEpochSecond(fields.number(key).orElse(0L));
    }

    /** The RTP stream of a party; a party that was removed is still listed, without a local port. */
    private static Optional<Dictionary> openStream(Dictionary tag) {
        for (NgValue media : tag.sequence("medias")) {
            if (media instanceof Dictionary description) {
                for (NgValue stream : description.sequence("streams")) {
                    if (stream instanceof Dictionary fields
                            && fields.number("local port").isPresent()) {
                        return Optional.of(fields);
                    }
                }
            }
        }
        return Optional.empty();
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
