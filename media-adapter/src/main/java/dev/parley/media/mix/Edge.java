package dev.parley.media.mix;

/** What {@code from} receives is also sent to {@code to}: a directed media subscription between two parties of a call. */
public record Edge(String from, String to) {
    public Edge {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Expected an edge between two parties, but both are " + from);
        }
    }
}
