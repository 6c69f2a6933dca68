package dev.parley.media.mix;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who is connected to whom in a room, as rtpengine sees it.
 *
 * @param parties legs and bus ends that exist
 * @param edges media subscriptions between them
 * @param blocked parties whose audio goes to nobody, whatever their edges
 */
public record MixGraph(Set<String> parties, Set<Edge> edges, Set<String> blocked) {
    public static final MixGraph EMPTY = new MixGraph(Set.of(), Set.of(), Set.of());

    public MixGraph {
        parties = Set.copyOf(parties);
        edges = Set.copyOf(edges);
        blocked = Set.copyOf(blocked);
    }

    /** Whom a party hears: those with an edge to it that are not blocked; the bus is nobody. */
    public SortedSet<String> heardBy(String party) {
        return edges.stream()
                .filter(edge -> edge.to().equals(party) && !Bus.isPart(edge.from()) && !blocked.contains(edge.from()))
                .map(Edge::from)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same graph with one more party that has no edges yet. */
    public MixGraph withParty(String party) {
        var more = new TreeSet<>(parties);
        more.add(party);
        return new MixGraph(more, edges, blocked);
    }

    /** The same graph without a party and all that touched it. */
    public MixGraph withoutParty(String party) {
        return new MixGraph(
                without(parties, party),
                edges.stream()
                        .filter(edge ->
                                !edge.from().equals(party) && !edge.to().equals(party))
                        .collect(Collectors.toSet()),
                without(blocked, party));
    }

    private static Set<String> without(Set<String> parties, String party) {
        return parties.stream().filter(it -> !it.equals(party)).collect(Collectors.toSet());
    }
}
