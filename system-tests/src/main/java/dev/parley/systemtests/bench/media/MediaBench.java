package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.bench.CpuTimes;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a leg costs, by the size of its room: the same callers, with the same sound, call Parley and Asterisk's ConfBridge in turn. Only what is compared
 * within one run says something: machines differ, and so do minutes.
 */
public final class MediaBench {
    private static final int WARM_UP = 20;

    private final Path home;
    private final List<MediaLoad> loads;
    private final int blocks;
    private final Consumer<String> progress;
    private final World world;

    /**
     * @param loads by name; all where there is none
     * @param blocks how often all but the large loads are measured
     */
    public MediaBench(World world, Path home, List<String> loads, int blocks, Consumer<String> progress) {
        this.world = world;
        this.home = home;
        this.loads = MediaLoad.named(loads);
        this.blocks = blocks;
        this.progress = progress;
    }

    public MediaReport run() {
        Instant began = Instant.now();
        List<Measured> all = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Machine machine = Machine.here();
        try (Loop signalling = new Loop("signalling");
                RtpLoad sound = new RtpLoad();
                ParleySystem parley = new ParleySystem(world);
                ConfBridge confBridge = new ConfBridge()) {
            notes.add(
                    RealTime.raise(RtpLoad.THREAD)
                            ? "The load's own thread has real-time priority."
                            : "The load's own thread has no real-time priority: gaps may be its own.");
            List<LoadRun> runs = List.of(
                    new LoadRun(parley, signalling, sound, cpu(parley), progress),
                    new LoadRun(confBridge, signalling, sound, cpu(confBridge), progress));
            for (LoadRun run : runs) {
                run.warmUp(WARM_UP);
            }
            for (int block = 1; block <= blocks; block++) {
                for (MediaLoad load : loads) {
                    // What may be too much comes last, and once: who comes after it would be measured on a system that
                    // recovers.
                    if (!load.isLarge() || block == blocks) {
                        measureBoth(load, block, runs, all);
                    }
                }
            }
            runs.forEach(run -> notes.addAll(run.notes()));
            runs.forEach(LoadRun::close);
        }
        return new MediaReport(began, machine, all, notes);
    }

    /** One after the other; every other block the other one first. */
    private void measureBoth(MediaLoad load, int block, List<LoadRun> runs, List<Measured> all) {
        for (LoadRun run : block % 2 == 1 ? runs : runs.reversed()) {
            Measured measured = run.measure(load, block);
            all.add(measured);
            progress.accept(MediaReport.row(measured));
        }
    }

    private CpuTimes cpu(ConferenceSystem system) {
        return new CpuTimes(home, system.allParts());
    }
}
