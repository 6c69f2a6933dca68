package dev.parley.systemtests.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A metric with all its labels, as Prometheus' text format has it.
 *
 * @param labels names of labels that some sample has
 */
public record MetricFamily(String name, String type, TreeSet<String> labels, String help) {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) (\\S+) ?(.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"");

    /** Every family of a page, by name. */
    public static Map<String, MetricFamily> of(String page) {
        Map<String, String> help = new TreeMap<>();
        Map<String, MetricFamily> families = new TreeMap<>();
        page.lines().forEach(line -> {
            Matcher comment = COMMENT.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (comment.matches() && comment.group(1).equals("HELP")) {
                help.put(comment.group(2), comment.group(3).strip());
            } else if (comment.matches()) {
                String name = comment.group(2);
                families.put(
                        name, new MetricFamily(name, comment.group(3), new TreeSet<>(), help.getOrDefault(name, "")));
            } else if (sample.matches() && sample.group(2) != null) {
                families.values().stream()
                        .filter(family -> family.names().contains(sample.group(1)))
                        .forEach(family -> LABEL.matcher(sample.group(2))
                                .results()
                                .map(label -> label.group(1))
                                .filter(label -> !label.equals("le") && !label.equals("quantile"))
                                .forEach(family.labels::add));
            }
        });
        return families;
    }

    /** What a query may call it. */
    public List<String> names() {
        return switch (type) {
            case "histogram" -> List.of(name + "_bucket", name + "_count", name + "_sum");
            case "summary" -> List.of(name, name + "_count", name + "_sum");
            default -> List.of(name);
        };
    }

    String row() {
        return "| `%s` | %s | %s | %s |".formatted(name, type, String.join(", ", labels), help.replace("|", "\\|"));
    }

    static Stream<MetricFamily> ofRow(String line) {
        List<String> cells = new ArrayList<>(List.of(line.split(" *(?<!\\\\)\\| *", -1)));
        if (cells.size() < 5 || !cells.get(1).startsWith("`")) {
            return Stream.empty();
        }
        TreeSet<String> labels = new TreeSet<>(List.of(cells.get(3).split(", ", -1)));
        labels.remove("");
        return Stream.of(new MetricFamily(
                cells.get(1).replace("`", ""),
                cells.get(2),
                labels,
                cells.get(4).replace("\\|", "|")));
    }
}
