package dev.parley.systemtests.bench;

import dev.parley.systemtests.world.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How many cores each part of the system has kept busy since it was last asked. */
final class CpuTimes {
    static final List<String> PARTS = List.of(
            "call-control-service",
            "conference-service",
            "directory-service",
            "media-adapter",
            "rtpengine",
            "kamailio",
            "kafka",
            "postgres");

    /** Of {@code /proc/<pid>/stat}; Linux has it at 100 a second wherever it tells user programs. */
    private static final double TICKS = 100;

    private final Parts parts;
    private final Map<String, Long> before = new HashMap<>();
    private long asked;

    CpuTimes(Path home) {
        this.parts = new Parts(home);
    }

    /** The test phones' own process is {@code phones}. */
    Map<String, Double> cores() {
        long now = System.nanoTime();
        double seconds = (now - asked) / 1e9;
        boolean first = asked == 0;
        asked = now;
        Map<String, Double> cores = new LinkedHashMap<>();
        PARTS.forEach(part -> cores.put(part, since(part, ticks(part), seconds, first)));
        cores.put("phones", since("phones", ticks(ProcessHandle.current()), seconds, first));
        return cores;
    }

    private double since(String part, long ticks, double seconds, boolean first) {
        Long earlier = before.put(part, ticks);
        return first || earlier == null ? 0 : Math.max(0, (ticks - earlier) / TICKS / seconds);
    }

    private long ticks(String part) {
        try {
            ProcessHandle process = parts.process(part);
            return Stream.concat(Stream.of(process), process.descendants())
                    .mapToLong(CpuTimes::ticks)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            // After the name, which may hold blanks: state is the first, utime the 12th, stime the 13th.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
