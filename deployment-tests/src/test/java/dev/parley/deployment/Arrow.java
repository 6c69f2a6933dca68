package dev.parley.deployment;

/** Who may speak to whom: one line of the table in docs/operations/network.md. Ports are a number or from-to. */
record Arrow(String from, String to, String protocol, String port) implements Comparable<Arrow> {
    @Override
    public int compareTo(Arrow other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return from + " -> " + to + " " + protocol + " " + port;
    }
}
