package dev.parley.media.mix;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is connected to whom in a room.
 *
 * @param parties legs and bus parts that exist
 * @param edges media subscriptions between them
 */
public record MixGraph(Set<String> parties, Set<Edge> edges) {
    public static final MixGraph EMPTY = new MixGraph(Set.of(), Set.of());

    public MixGraph {
        parties = Set.copyOf(parties);
        edges = Set.copyOf(edges);
    }

    /** Whom a party hears; the bus is nobody. */
    public SortedSet<String> heardBy(String party) {
        return edges.stream()
                .filter(edge -> edge.to().equals(party) && !Bus.isPart(edge.from()))
                .map(Edge::from)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same graph with one more party that has no edges yet. */
    public MixGraph withParty(String party) {
        var more = new TreeSet<>(parties);
        more.add(party);
        return new MixGraph(more, edges);
    }

    /** The same graph without a party and all that touched it. */
    public MixGraph withoutParty(String party) {
        return new MixGraph(
                parties.stream().filter(it -> !it.equals(party)).collect(Collectors.toSet()),
                edges.stream()
                        .filter(edge -> !edge.from().equals(party) && !edge.to().equals(party))
                        .collect(Collectors.toSet()));
    }
}
