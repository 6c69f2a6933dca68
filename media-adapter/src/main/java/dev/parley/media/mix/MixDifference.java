package dev.parley.media.mix;

import dev.parley.media.mix.MixStep.Connect;
import dev.parley.media.mix.MixStep.Disconnect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Few steps from one graph to another over the same parties.
 *
 * <p>What must not be heard any more goes first, so that at no moment anybody hears what neither graph allows.
 */
public final class MixDifference {

    private static final Comparator<Edge> ORDER = Comparator.comparing(Edge::to).thenComparing(Edge::from);

    private MixDifference() {}

    public static List<MixStep> between(MixGraph current, MixGraph wanted) {
        var steps = new ArrayList<MixStep>();
        steps.addAll(removals(minus(current.edges(), wanted.edges())));
        steps.addAll(additions(minus(wanted.edges(), current.edges()), wanted));
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

    /**
     * Seats the party that misses most first. One step connects it with many, both ways where both ways are wanted:
     * what is there already does no harm, so one step seats a newcomer, and one step lets a muted one be heard again.
     */
    private static List<MixStep> additions(Set<Edge> missing, MixGraph wanted) {
        var left = new HashSet<>(missing);
        var steps = new ArrayList<MixStep>();
        Map<String, Long> missed = missing.stream()
                .flatMap(edge -> Stream.of(edge.to(), edge.from()))
                .filter(party -> !Bus.isPart(party))
                .collect(Collectors.groupingBy(party -> party, TreeMap::new, Collectors.counting()));
        missed.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> seat(entry.getKey(), left, wanted).forEach(step -> {
                    steps.add(step);
                    remove(step, left);
                }));
        oneWay(left).forEach(steps::add);
        return steps;
    }

    /** The step that connects a party with all it misses and that miss it, as far as both ways are wanted. */
    private static List<Connect> seat(String party, Set<Edge> left, MixGraph wanted) {
        List<String> peers = left.stream()
                .filter(edge -> edge.to().equals(party) || edge.from().equals(party))
                .filter(edge -> wanted.edges().contains(edge.reversed()))
                .map(edge -> edge.to().equals(party) ? edge.from() : edge.to())
                .distinct()
                .sorted()
                .toList();
        return peers.isEmpty() ? List.of() : List.of(new Connect(peers, party, true));
    }

    private static void remove(Connect step, Set<Edge> left) {
        for (String peer : step.from()) {
            left.remove(new Edge(peer, step.to()));
            left.remove(new Edge(step.to(), peer));
        }
    }

    private static List<Connect> oneWay(Set<Edge> left) {
        Map<String, List<String>> sources = left.stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(
                        Edge::to, TreeMap::new, Collectors.mapping(Edge::from, Collectors.toList())));
        return sources.entrySet().stream()
                .map(entry -> new Connect(entry.getValue(), entry.getKey(), false))
                .toList();
    }

    private static <T> Set<T> minus(Set<T> some, Set<T> others) {
        return some.stream().filter(it -> !others.contains(it)).collect(Collectors.toSet());
    }
}
