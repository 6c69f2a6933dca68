package dev.parley.media.mix;

import java.util.HashSet;
import java.util.List;

/** One command that turns a graph into another. */
public sealed interface MixStep {

    /** What the graph is once the step was done. */
    MixGraph applied(MixGraph graph);

    /** Adds edges from each source to one party; those that are there already stay. */
    record Connect(List<String> from, String to) implements MixStep {
        public Connect {
            from = List.copyOf(from);
        }

        @Override
        public MixGraph applied(MixGraph graph) {
            var edges = new HashSet<>(graph.edges());
            from.forEach(source -> edges.add(new Edge(source, to)));
            return new MixGraph(graph.parties(), edges);
        }
    }

    /** Takes an edge away. */
    record Disconnect(String from, String to) implements MixStep {
        @Override
        public MixGraph applied(MixGraph graph) {
            var edges = new HashSet<>(graph.edges());
            edges.remove(new Edge(from, to));
            return new MixGraph(graph.parties(), edges);
        }
    }
}
