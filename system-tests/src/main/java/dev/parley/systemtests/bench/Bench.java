package dev.parley.systemtests.bench;

import dev.parley.systemtests.world.World;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

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
        Path demo = Path.of(arguments[1]).toAbsolutePath();
        World world = World.read(demo);
        Path results = Path.of(arguments[2]);
        switch (arguments[0]) {
            case "setup" -> {
                SetupReport report = new SetupBench(world, SetupBench.Load.FULL, TERMINAL::println).run();
                end(report.table(), report.failures(), Results.write(results, "setup", report.began(), report));
            }
            case "directory" -> {
                Path home = demo.resolve("../..").normalize();
                DirectoryReport report =
                        new DirectoryBench(world, home, DirectoryBench.Load.FULL, TERMINAL::println).run();
                end(report.table(), report.failures(), Results.write(results, "directory", report.began(), report));
            }
            case "keys" -> {
                KeysReport report = new KeysBench(world, KeysBench.ROUNDS, TERMINAL::println).run();
                end(report.table(), report.failures(), Results.write(results, "keys", report.began(), report));
            }
            case "ramp" -> {
                Path home = demo.resolve("../..").normalize();
                RampReport report = new RampBench(world, home, RampBench.Load.FULL, TERMINAL::println).run();
                end(report.table(), report.failures(), report.write(results));
            }
            default -> {
                TERMINAL.println(
                        "There is no measurement '" + arguments[0] + "'; there are: setup, directory, keys, ramp");
                System.exit(2);
            }
        }
    }

    private static void end(String table, List<String> failures, Path written) {
        TERMINAL.println(table);
        TERMINAL.println("Written to " + written);
        System.exit(failures.isEmpty() ? 0 : 1);
    }
}
