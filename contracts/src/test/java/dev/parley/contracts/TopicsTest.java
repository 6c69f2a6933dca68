package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "messages.md");

    @Test
    void everyTopicHasADefinition() {
        assertThat(defined()).containsExactlyInAnyOrderElementsOf(constants());
    }

    @Test
    void everyTopicCarriesOneFamilyOrIsPrivate() {
        assertThat(Stream.concat(Families.BY_TOPIC.keySet().stream(), Families.PRIVATE.stream()))
                .containsExactlyInAnyOrderElementsOf(constants());
    }

    @Test
    void topicsAreNamedAlike() {
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(topic.name()).matches("parley\\.[a-z-]+(\\.[a-z-]+)?\\.v[0-9]+"));
    }

    @Test
    void roomsKeepTheirPartitionAcrossTheTopicsThatOneReaderJoins() {
        assertThat(Topics.ALL)
                .filteredOn(topic ->
                        topic.name().equals(Topics.CALL_EVENTS) || topic.name().equals(Topics.MEDIA_EVENTS))
                .extracting(Topics.Definition::partitions)
                .containsOnly(Topics.PARTITIONS);
    }

    @Test
    void theReferenceHasEveryTopicAsItIs() throws IOException {
        List<String> rows = Files.readAllLines(REFERENCE);
        assertThat(Topics.ALL)
                .allSatisfy(topic -> assertThat(rows)
                        .anyMatch(row -> row.startsWith("| `" + topic.name() + "` | " + topic.partitions() + " | "
                                + (topic.compacted() ? "compacted" : "deleted") + " |")));
        assertThat(named(Pattern.compile("^\\| `(parley\\.[a-z0-9.-]+)`", Pattern.MULTILINE)))
                .isEqualTo(Set.copyOf(defined()));
    }

    @Test
    void theReferenceHasEveryKindUnderItsTopic() throws IOException {
        String text = Files.readString(REFERENCE);
        Families.BY_TOPIC.forEach((topic, family) -> {
            int begin = text.indexOf("## `" + topic + "`");
            assertThat(begin).as("chapter of " + topic).isNotNegative();
            int end = text.indexOf("\n## ", begin + 1);
            String chapter = text.substring(begin, end < 0 ? text.length() : end);
            assertThat(Pattern.compile("^\\| `([A-Za-z]+)` \\|", Pattern.MULTILINE)
                            .matcher(chapter)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet()))
                    .as("kinds of " + topic)
                    .isEqualTo(family.kinds().keySet());
        });
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(REFERENCE))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> defined() {
        return Topics.ALL.stream().map(Topics.Definition::name).toList();
    }

    private static List<String> constants() {
        return Arrays.stream(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
