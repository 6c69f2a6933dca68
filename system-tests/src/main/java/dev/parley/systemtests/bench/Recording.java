package dev.parley.systemtests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers by the second, as a CSV file has them. */
final class Recording {
    private final List<String> columns;
    private final List<double[]> rows;

    private Recording(List<String> columns, List<double[]> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /** Each row has the same columns in the same order. */
    static Recording of(List<Map<String, Double>> rows) {
        return new Recording(
                List.copyOf(rows.getFirst().keySet()),
                rows.stream()
                        .map(row -> row.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .toList());
    }

    static Recording read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv);
            List<double[]> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                rows.add(Arrays.stream(line.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
            return new Recording(List.of(lines.getFirst().split(",", -1)), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path csv) {
        String head = String.join(",", columns);
        String body = rows.stream()
                .map(row -> Arrays.stream(row)
                        .mapToObj(value -> value == Math.rint(value)
                                ? String.valueOf((long) value)
                                : String.format(Locale.ROOT, "%.4f", value))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(csv.toAbsolutePath().getParent());
            Files.writeString(csv, head + "\n" + body + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int rows() {
        return rows.size();
    }

    double at(int row, String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("There is no column " + column + " among " + columns);
        }
        return rows.get(row)[index];
    }
}
