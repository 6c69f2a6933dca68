package dev.parley.systemtests.bench;

import dev.parley.systemtests.bench.media.MediaBench;
import dev.parley.systemtests.bench.media.MediaReport;
import dev.parley.systemtests.world.World;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ./parley bench NAME}: runs one measurement against the running system. */
public final class Bench {
    @SuppressWarnings("SystemOut") // The terminal is what it is for.
    private static final PrintStream TERMINAL = System.out;

    private Bench() {}

    /**
     * Ends with 0 when nothing failed; how fast it was is for the reader to judge.
     *
     * @param arguments the measurement, {@code demo.json}, the folder for results, and what else the measurement takes
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
            case "media" -> {
                Path home = demo.resolve("../..").normalize();
                List<String> loads = List.of(arguments).subList(3, arguments.length);
                MediaReport report = new MediaBench(world, home, loads, blocks(), TERMINAL::println).run();
                end(report.table(), List.of(), report.write(results));
            }
            default -> {
                TERMINAL.println("There is no measurement '" + arguments[0]
                        + "'; there are: setup, directory, keys, ramp, media");
                System.exit(2);
            }
        }
    }

    /** How often {@code media} measures everything. */
    private static int blocks() {
        return Integer.parseInt(
                Optional.ofNullable(System.getenv("PARLEY_BENCH_BLOCKS")).orElse("2"));
    }

    private static void end(String table, List<String> failures, Path written) {
        TERMINAL.println(table);
        TERMINAL.println("Written to " + written);
        System.exit(failures.isEmpty() ? 0 : 1);
    }
}
