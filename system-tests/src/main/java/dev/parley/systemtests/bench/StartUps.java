package dev.parley.systemtests.bench;

import dev.parley.systemtests.world.Parts;
import dev.parley.systemtests.world.ServiceLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a service that reads the whole directory comes up.
 *
 * @param records what it has read
 * @param millis from the first to the last of them
 * @param heapMegabytes what lives in its heap afterwards
 * @param residentMegabytes all memory of its process
 */
record StartUps(String service, long records, long millis, long heapMegabytes, long residentMegabytes) {
    private static final List<String> READERS = List.of("call-control-service", "conference-service");
    private static final String CAUGHT_UP = "view has caught up topic=parley.directory.entries.v1";
    private static final Pattern FIGURES = Pattern.compile("records=(\\d+) millis=(\\d+)");
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** Kills and starts each of them. */
    static List<StartUps> measure(Path home, Consumer<String> progress) {
        Parts parts = new Parts(home);
        List<StartUps> all = new ArrayList<>();
        try {
            for (String service : READERS) {
                progress.accept("Starting " + service + " anew.");
                parts.kill(service);
                parts.up();
                all.add(of(home, service, parts.process(service).pid()));
            }
            return all;
        } catch (Exception e) {
            throw new IllegalStateException("The measurement itself failed", e);
        }
    }

    private static StartUps of(Path home, String service, long pid) throws Exception {
        Matcher figures =
                FIGURES.matcher(new ServiceLog(home, service).last(CAUGHT_UP).orElseThrow());
        if (!figures.find()) {
            throw new IllegalStateException(service + " does not say how much it has read");
        }
        jcmd(pid, "GC.run");
        return new StartUps(
                service,
                Long.parseLong(figures.group(1)),
                Long.parseLong(figures.group(2)),
                sum(HEAP_USED, jcmd(pid, "GC.heap_info").split("Metaspace", 2)[0]),
                sum(RESIDENT, Files.readString(Path.of("/proc/" + pid + "/status"))));
    }

    private static long sum(Pattern kilobytes, String text) {
        return kilobytes
                        .matcher(text)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                / 1024;
    }

    private static String jcmd(long pid, String command) throws Exception {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), String.valueOf(pid), command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    String row() {
        return "%-24s %8d records in %6d ms; heap %4d MB, process %4d MB"
                .formatted(service, records, millis, heapMegabytes, residentMegabytes);
    }
}
