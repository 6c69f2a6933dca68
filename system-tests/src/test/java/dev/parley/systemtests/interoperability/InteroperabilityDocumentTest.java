package dev.parley.systemtests.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every row of docs/interoperability.md names a test that there is; every test of this package is named by a row. */
class InteroperabilityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path PAGE = ROOT.resolve("docs/interoperability.md");
    // | form | what becomes of it | `Class.method` or `Class.method` (case) |
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`(?: \\(([^)]+)\\))?");
    private static final Pattern METHOD =
            Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b.*?\\bvoid (\\w+)\\(", Pattern.DOTALL);

    private static Map<String, String> sources;

    @BeforeAll
    static void readTests() throws IOException {
        sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            for (Path file : files.filter(it -> it.toString().contains("/src/test/java/"))
                    .filter(it -> it.toString().endsWith(".java"))
                    .toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| form |"))
                .toList();
    }

    @Test
    void everyRowNamesATest() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(50).allSatisfy(row -> {
            List<String> named = new ArrayList<>();
            Matcher test = TEST.matcher(row.substring(row.lastIndexOf('|', row.length() - 2)));
            while (test.find()) {
                named.add(test.group());
                String source = sources.getOrDefault(test.group(1), "");
                assertThat(methods(source)).as("%s", test.group()).contains(test.group(2));
                if (test.group(3) != null) {
                    assertThat(source).as("the case of %s", test.group()).contains("\"" + test.group(3) + "\"");
                }
            }
            assertThat(named).as("tests in: %s", row).isNotEmpty();
        });
    }

    @Test
    void everyTestIsNamedByARow() throws IOException {
        String page = Files.readString(PAGE);
        for (String type : List.of(
                "HeaderFormsIT", "BodyFormsIT", "NumberFormsIT", "SessionTimersIT", "HoldingIT", "CalledPartiesIT")) {
            for (String method : methods(sources.get(type))) {
                assertThat(page).contains("`" + type + "." + method + "`");
            }
        }
    }

    private static List<String> methods(String source) {
        return METHOD.matcher(source).results().map(found -> found.group(1)).toList();
    }
}
