package dev.parley.media.mix;

import java.util.HashSet;
import java.util.List;

/** One command that turns a graph into another. */
public sealed interface MixStep {

    /** What the graph is once the step was done. */
    MixGraph applied(MixGraph graph);

    /**
     * Adds edges from each source to one party; those that are there already stay.
     *
     * @param bothWays and from that party back to each source
     */
    record Connect(List<String> from, String to, boolean bothWays) implements MixStep {
        public Connect {
            from = List.copyOf(from);
        }

        @Override
        public MixGraph applied(MixGraph graph) {
            var edges = new HashSet<>(graph.edges());
            for (String source : from) {
                edges.add(new Edge(source, to));
                if (bothWays) {
                    edges.add(new Edge(to, source));
                }
            }
            return new MixGraph(graph.parties(), edges);
        }
    }

    /**
     * Takes an edge away.
     *
     * @param bothWays and the opposite one
     */
    record Disconnect(String from, String to, boolean bothWays) implements MixStep {
        @Override
        public MixGraph applied(MixGraph graph) {
            var edges = new HashSet<>(graph.edges());
            edges.remove(new Edge(from, to));
            if (bothWays) {
                edges.remove(new Edge(to, from));
            }
            return new MixGraph(graph.parties(), edges);
        }
    }
}
