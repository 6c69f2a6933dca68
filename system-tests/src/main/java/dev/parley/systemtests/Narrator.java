package dev.parley.systemtests;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.HearingMatrix;
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

    void isIn(Call call) {
        happened("%s is in %s, %.0f ms after its INVITE"
                .formatted(call.name(), call.dialled(), call.setupTime().toNanos() / 1e6));
    }

    void hearing(String what, HearingMatrix matrix) {
        happened(what + ":");
        line(matrix.toString());
    }

    void line(String text) {
        terminal.println(text.indent(11).stripTrailing());
    }
}
