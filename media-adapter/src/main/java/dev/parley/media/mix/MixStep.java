package dev.parley.media.mix;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One command that turns a graph into another. */
public sealed interface MixStep {

    /** What the graph is once the step was done. */
    MixGraph applied(MixGraph graph);

    /** Nobody hears the party any more. */
    record Block(String party) implements MixStep {
        @Override
        public MixGraph applied(MixGraph graph) {
            var blocked = new HashSet<>(graph.blocked());
            blocked.add(party);
            return new MixGraph(graph.parties(), graph.edges(), blocked);
        }
    }

    record Unblock(String party) implements MixStep {
        @Override
        public MixGraph applied(MixGraph graph) {
            var blocked = new HashSet<>(graph.blocked());
            blocked.remove(party);
            return new MixGraph(graph.parties(), graph.edges(), blocked);
        }
    }

    /**
     * Adds edges from each source to one party.
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
            return new MixGraph(graph.parties(), edges, graph.blocked());
        }
    }

    /**
     * Takes the edge away.
     *
     * @param bothWays and the opposite one
     */
    record Disconnect(String from, String to, boolean bothWays) implements MixStep {
        @Override
        public MixGraph applied(MixGraph graph) {
            Set<Edge> edges = new HashSet<>(graph.edges());
            edges.remove(new Edge(from, to));
            if (bothWays) {
                edges.remove(new Edge(to, from));
            }
            return new MixGraph(graph.parties(), edges, graph.blocked());
        }
    }
}
