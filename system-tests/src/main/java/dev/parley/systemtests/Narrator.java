package dev.parley.systemtests;

import java.io.PrintStream;

/** Tells a story on the terminal, with the time since it began. Thread-safe. */
final class Narrator {
    @SuppressWarnings("SystemOut") // The terminal is what it is for.
    private final PrintStream terminal = System.out;

    private final long began = System.nanoTime();

    void title(String text) {
        terminal.println("\n" + text + "\n");
    }

    void happened(String text) {
        terminal.printf("%7.2f s  %s%n", (System.nanoTime() - began) / 1e9, text);
    }

    void line(String text) {
        terminal.println(text.indent(11).stripTrailing());
    }
}
