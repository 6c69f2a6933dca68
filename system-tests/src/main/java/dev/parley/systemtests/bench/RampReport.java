package dev.parley.systemtests.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run of {@code ramp} has found.
 *
 * @param failures calls that were not answered or heard nothing, and samples that are missing
 */
record RampReport(Instant began, int legs, int perRoom, Recording recording, List<String> failures) {
    Path write(Path folder) {
        Path csv = folder.resolve("ramp-" + began.getEpochSecond() + ".csv");
        recording.write(csv);
        return csv;
    }

    String table() {
        Ramp ramp = new Ramp(recording, Autoscaler.Settings.CHART);
        StringBuilder table =
                new StringBuilder("\n%d legs, %d to a room: %d failures\n".formatted(legs, perRoom, failures.size()));
        failures.stream()
                .limit(10)
                .forEach(failure -> table.append("  ").append(failure).append('\n'));
        List<String> dents = ramp.dents();
        table.append(
                dents.isEmpty()
                        ? "From step to step rose: " + String.join(", ", Ramp.RISING) + "\n"
                        : "Did not rise:\n  " + String.join("\n  ", dents) + "\n");
        table.append('\n').append(ramp.table()).append('\n');
        for (Map.Entry<String, String> load : Ramp.LOADS.entrySet()) {
            table.append("After the last call: %d replicas of %s\n"
                    .formatted(ramp.replicasInTheEnd(load.getKey()), load.getKey()));
        }
        return table.append("\nCores kept busy in the last seconds of each step:\n")
                .append(cores(ramp))
                .toString();
    }

    private String cores(Ramp ramp) {
        StringBuilder table = new StringBuilder("legs");
        List<String> parts = CpuTimes.PARTS.stream()
                .map(part -> "cores_" + part.replace('-', '_'))
                .toList();
        parts.forEach(part -> table.append("  ").append(part.substring("cores_".length())));
        table.append("  phones\n");
        for (int row : ramp.steps()) {
            table.append((int) recording.at(row, "wanted"));
            for (String part : parts) {
                table.append(String.format(Locale.ROOT, "  %.3f", mean(row, part)));
            }
            table.append(String.format(Locale.ROOT, "  %.3f%n", mean(row, "cores_phones")));
        }
        return table.toString();
    }

    /** Of the five seconds up to this row. */
    private double mean(int row, String column) {
        double sum = 0;
        int from = Math.max(0, row - 4);
        for (int each = from; each <= row; each++) {
            sum += recording.at(each, column);
        }
        return sum / (row - from + 1);
    }
}
