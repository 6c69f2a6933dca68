package dev.parley.systemtests.bench;

import dev.parley.systemtests.world.World;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./parley bench NAME}: runs one measurement against the running system. */
public final class Bench {
    @SuppressWarnings("SystemOut") // The terminal is what it is for.
    private static final PrintStream TERMINAL = System.out;

    private Bench() {}

    /**
     * Ends with 0 when nothing failed; how fast it was is for the reader to judge.
     *
     * @param arguments the measurement, {@code demo.json}, and the folder for results
     */
    public static void main(String[] arguments) {
        World world = World.read(Path.of(arguments[1]));
        if (!arguments[0].equals("setup")) {
            TERMINAL.println("There is no measurement '" + arguments[0] + "'; there is: setup");
            System.exit(2);
        }
        SetupReport report = new SetupBench(world, SetupBench.Load.FULL, TERMINAL::println).run();
        TERMINAL.println(report.table());
        TERMINAL.println("Written to " + report.write(Path.of(arguments[2])));
        System.exit(report.failures().isEmpty() ? 0 : 1);
    }
}
