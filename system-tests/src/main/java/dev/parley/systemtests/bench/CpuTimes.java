package dev.parley.systemtests.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** How many cores each part of the system has kept busy since it was last asked. */
public final class CpuTimes {
    public static final List<String> PARTS = List.of(
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

    private final Map<String, List<Path>> stats = new LinkedHashMap<>();
    private final Map<String, Long> before = new HashMap<>();
    private long asked;

    /** Looks the processes up: those that carry a part's name in their environment, as {@code ./parley} gives it. */
    public CpuTimes(Path home) {
        this(home, PARTS);
    }

    /** @param parts by the names that {@code ./parley} gives them */
    public CpuTimes(Path home, List<String> parts) {
        parts.forEach(part -> stats.put(part, new ArrayList<>()));
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            all.forEach(process -> parts.stream()
                    .filter(part -> environment(process).contains("PARLEY_PROCESS=" + home + "#" + part + "\0"))
                    .forEach(part -> Objects.requireNonNull(stats.get(part)).add(stat(process.pid()))));
        }
        stats.put("phones", List.of(stat(ProcessHandle.current().pid())));
    }

    private static String environment(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Another user's, or gone.
            return "";
        }
    }

    private static Path stat(long pid) {
        return Path.of("/proc/" + pid + "/stat");
    }

    /** The test phones' own process is {@code phones}. */
    public Map<String, Double> cores() {
        long now = System.nanoTime();
        double seconds = (now - asked) / 1e9;
        boolean first = asked == 0;
        asked = now;
        Map<String, Double> cores = new LinkedHashMap<>();
        stats.forEach((part, processes) -> {
            long ticks = processes.stream().mapToLong(CpuTimes::ticks).sum();
            Long earlier = before.put(part, ticks);
            cores.put(part, first || earlier == null ? 0 : Math.max(0, (ticks - earlier) / TICKS / seconds));
        });
        return cores;
    }

    private static long ticks(Path process) {
        try {
            String stat = Files.readString(process);
            // After the name, which may hold blanks: state is the first, utime the 12th, stime the 13th.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException e) {
            // It has ended meanwhile.
            return 0;
        }
    }
}
