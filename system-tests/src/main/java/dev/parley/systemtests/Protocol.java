package dev.parley.systemtests;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demo tells while it runs: each line with the time it happened, and what was wrong once more. Thread-safe. */
final class Protocol {
    private final PrintStream out;
    private final long began = System.nanoTime();
    private final List<String> faults = new ArrayList<>();

    Protocol(PrintStream out) {
        this.out = out;
    }

    /** Something happened just now. */
    synchronized void happened(String what) {
        out.println("%9.3f s  %s".formatted((System.nanoTime() - began) / 1e9, what));
    }

    /** A heading, or several lines that stand by themselves. */
    synchronized void shows(String text) {
        out.println();
        text.lines().forEach(line -> out.println("  " + line));
        out.println();
    }

    synchronized void wrong(String what) {
        faults.add(what);
        happened("WRONG: " + what);
    }

    /** The last word; tells whether all was right. */
    synchronized boolean isRight() {
        out.println();
        if (faults.isEmpty()) {
            out.println("All is right.");
        } else {
            out.println(String.format(Locale.ROOT, "%d wrong:", faults.size()));
            faults.forEach(fault -> out.println("  " + fault));
        }
        return faults.isEmpty();
    }
}
