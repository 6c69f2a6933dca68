package dev.parley.systemtests.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts: each query is about something that a service really tells, each alert has its page. */
class WatchingTest {
    private static final Path CHART = Path.of("../helm/parley");
    private static final Path RUNBOOKS = Path.of("../docs/operations/runbooks");
    private static final List<String> DASHBOARDS = List.of("calls", "conferences", "kafka", "media", "slo");
    private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info");

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new ObjectMapper(new YAMLFactory());

    @Test
    void namesAreFoundInExpressions() {
        assertThat(MetricNames.in(
                        "histogram_quantile(0.99, sum by (le, hop) (rate(a_bucket{x=\"b_c\"}[5m]))) > 14.4 * 0.001"))
                .containsExactly("a_bucket");
        assertThat(MetricNames.in("abs(sum(a) - sum(b)) > 0.1 * sum(a) + 5")).containsExactly("a", "b");
        assertThat(MetricNames.in("rec:one:rate5m > 1 and on (job) c{y=~\"5..\"} offset 5m"))
                .contains("rec:one:rate5m", "c");
    }

    @Test
    void everyDashboardAsksForWhatThereIs() throws IOException {
        Set<String> known = MetricsReference.read().names();
        assertThat(files("dashboards", ".json"))
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactlyInAnyOrderElementsOf(
                        DASHBOARDS.stream().map(name -> name + ".json").toList());
        for (Path file : files("dashboards", ".json")) {
            JsonNode dashboard = json.readTree(file.toFile());
            assertThat(dashboard.path("uid").asText()).startsWith("parley-");
            List<String> expressions = dashboard.findValuesAsText("expr");
            assertThat(expressions).as("%s", file).hasSizeGreaterThan(5);
            for (String expression : expressions) {
                assertThat(MetricNames.in(expression))
                        .as("%s: %s", file, expression)
                        .isNotEmpty()
                        .isSubsetOf(known);
            }
        }
    }

    @Test
    void everyAlertLooksAtWhatThereIs() throws IOException {
        Set<String> known = new TreeSet<>(MetricsReference.read().names());
        for (JsonNode rule : rules()) {
            if (rule.has("record")) {
                known.add(rule.path("record").asText());
            }
        }
        for (JsonNode rule : rules()) {
            String expression = rule.path("expr").asText();
            assertThat(MetricNames.in(expression)).as("%s", rule).isNotEmpty().isSubsetOf(known);
        }
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        Set<String> pages = new HashSet<>();
        for (JsonNode rule : rules()) {
            if (!rule.has("alert")) {
                continue;
            }
            String alert = rule.path("alert").asText();
            JsonNode notes = rule.path("annotations");
            assertThat(rule.path("labels").path("severity").asText()).as(alert).isIn(SEVERITIES);
            assertThat(notes.path("summary").asText()).as(alert).isNotBlank();
            assertThat(notes.path("description").asText()).as(alert).contains("$value");
            String page = notes.path("runbook_url").asText();
            assertThat(page).as(alert).matches("docs/operations/runbooks/[a-z-]+\\.md");
            Path file = RUNBOOKS.resolve(page.substring(page.lastIndexOf('/') + 1));
            assertThat(file).as(alert).exists();
            assertThat(Files.readString(file)).as(alert).contains("`" + alert + "`", "## What to do");
            pages.add(file.getFileName().toString());
        }
        try (Stream<Path> all = Files.list(RUNBOOKS)) {
            assertThat(all.map(page -> page.getFileName().toString()))
                    .as("no page is left without its alert")
                    .containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    private List<JsonNode> rules() throws IOException {
        List<JsonNode> rules = new ArrayList<>();
        for (Path file : files("alerts", ".yaml")) {
            yaml.readTree(file.toFile())
                    .path("groups")
                    .forEach(group -> group.path("rules").forEach(rules::add));
        }
        assertThat(rules).hasSizeGreaterThan(10);
        return rules;
    }

    private static List<Path> files(String folder, String suffix) throws IOException {
        try (Stream<Path> all = Files.list(CHART.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
