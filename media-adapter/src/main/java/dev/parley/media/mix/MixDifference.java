package dev.parley.media.mix;

import dev.parley.media.mix.MixStep.Connect;
import dev.parley.media.mix.MixStep.Disconnect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Few steps from one graph to another over the same parties.
 *
 * <p>What must not be heard any more goes first, so that at no moment anybody hears what neither graph allows. Then whoever
 * misses most is connected first: with one step, a newcomer hears all the others.
 */
public final class MixDifference {

    private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::to).thenComparing(Edge::from);

    private MixDifference() {}

    public static List<MixStep> between(MixGraph current, MixGraph wanted) {
        var steps = new ArrayList<MixStep>();
        minus(current.edges(), wanted.edges())
                .map(edge -> new Disconnect(edge.from(), edge.to()))
                .forEach(steps::add);
        Map<String, List<String>> missing = minus(wanted.edges(), current.edges())
                .collect(Collectors.groupingBy(
                        Edge::to, TreeMap::new, Collectors.mapping(Edge::from, Collectors.toList())));
        missing.entrySet().stream()
                .map(entry -> new Connect(entry.getValue(), entry.getKey()))
                .sorted(Comparator.comparingInt((Connect step) -> step.from().size())
                        .reversed())
                .forEach(steps::add);
        return steps;
    }

    private static Stream<Edge> minus(Set<Edge> some, Set<Edge> others) {
        return some.stream().filter(it -> !others.contains(it)).sorted(ORDER);
    }
}
