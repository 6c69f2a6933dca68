package dev.parley.media.mix;

import dev.parley.media.mix.MixStep.Block;
import dev.parley.media.mix.MixStep.Connect;
import dev.parley.media.mix.MixStep.Disconnect;
import dev.parley.media.mix.MixStep.Unblock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fewest steps from one graph to another over the same parties.
 *
 * <p>What must not be heard any more goes first, what may be heard again comes last, so that at no moment anybody hears
 * what neither graph allows.
 */
public final class MixDifference {

    private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::to).thenComparing(Edge::from);

    private MixDifference() {}

    public static List<MixStep> between(MixGraph current, MixGraph wanted) {
        var steps = new ArrayList<MixStep>();
        minus(wanted.blocked(), current.blocked()).stream().sorted().map(Block::new).forEach(steps::add);
        steps.addAll(removals(minus(current.edges(), wanted.edges())));
        steps.addAll(additions(minus(wanted.edges(), current.edges())));
        minus(current.blocked(), wanted.blocked()).stream().sorted().map(Unblock::new).forEach(steps::add);
        return steps;
    }

    private static List<MixStep> removals(Set<Edge> gone) {
        var left = new HashSet<>(gone);
        var steps = new ArrayList<MixStep>();
        for (Edge edge : gone.stream().sorted(ORDER).toList()) {
            if (left.remove(edge)) {
                steps.add(new Disconnect(edge.from(), edge.to(), left.remove(edge.reversed())));
            }
        }
        return steps;
    }

    /** The party that misses most comes first: with its pairs both ways, one step seats a newcomer among all others. */
    private static List<MixStep> additions(Set<Edge> missing) {
        var left = new HashSet<>(missing);
        var steps = new ArrayList<MixStep>();
        Map<String, Long> missed = missing.stream()
                .collect(Collectors.groupingBy(Edge::to, TreeMap::new, Collectors.counting()));
        missed.keySet().stream()
                .sorted(Comparator.comparing((String party) -> -missed.get(party))
                        .thenComparing(Comparator.naturalOrder()))
                .forEach(party -> steps.addAll(seat(party, left)));
        return steps;
    }

    private static List<MixStep> seat(String party, Set<Edge> left) {
        Map<Boolean, List<String>> sources = left.stream()
                .filter(edge -> edge.to().equals(party))
                .sorted(ORDER)
                .collect(Collectors.partitioningBy(
                        edge -> left.contains(edge.reversed()),
                        Collectors.mapping(Edge::from, Collectors.toList())));
        var steps = new ArrayList<MixStep>();
        sources.forEach((bothWays, from) -> {
            if (!from.isEmpty()) {
                steps.add(new Connect(from, party, bothWays));
                from.forEach(source -> left.remove(new Edge(source, party)));
                if (bothWays) {
                    from.forEach(source -> left.remove(new Edge(party, source)));
                }
            }
        });
        return steps;
    }

    private static <T> Set<T> minus(Set<T> some, Set<T> others) {
        return some.stream().filter(it -> !others.contains(it)).collect(Collectors.toSet());
    }
}
