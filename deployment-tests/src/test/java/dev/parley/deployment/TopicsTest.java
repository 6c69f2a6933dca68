package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With Strimzi: the topics are those of the contracts, and each service may do what it does, and nothing else. */
class TopicsTest {
    private static final List<Manifest> RENDER = Renders.of("kafka: {strimzi: {enabled: true}}");

    @Test
    void theTopicsAreThoseOfTheContracts() {
        assertThat(RENDER.stream()
                        .filter(it -> it.is("KafkaTopic"))
                        .map(it -> new Topics.Definition(
                                it.name(),
                                it.at("/spec/partitions").asInt(),
                                it.at("/spec/config/cleanup.policy").asText().equals("compact"))))
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @ParameterizedTest
    @EnumSource
    void aServiceMayReadAndWriteWhatItReadsAndWrites(Service service) {
        ServiceSources sources = service.sources();
        Set<String> reads = allowed(service.component(), "topic", "Read");
        Set<String> writes = allowed(service.component(), "topic", "Write");
        Set<String> used = new TreeSet<>(sources.named());
        used.addAll(sources.reads());
        used.addAll(sources.writes());
        Set<String> allowed = new TreeSet<>(reads);
        allowed.addAll(writes);

        assertThat(reads).as("read").containsAll(sources.reads());
        assertThat(writes).as("written").containsAll(sources.writes());
        assertThat(allowed).as("used at all").isEqualTo(used);
        // What it does without a channel, its code names.
        assertThat(reads.stream().filter(it -> !sources.reads().contains(it))).allMatch(sources.named()::contains);
        assertThat(writes.stream().filter(it -> !sources.writes().contains(it))).allMatch(sources.named()::contains);
    }

    @ParameterizedTest
    @EnumSource
    void aServicesConsumerGroupsAreItsOwn(Service service) {
        Set<String> prefixes = allowed(service.component(), "group", "Read");
        assertThat(service.sources().groups())
                .allMatch(group -> prefixes.stream().anyMatch(group::startsWith));
    }

    /** The same services, by the page that says who writes and reads each topic. */
    @Test
    void thePageOfMessagesSaysTheSame() {
        Map<String, String> names = Map.of(
                "call-control",
                "call-control",
                "conference",
                "conference",
                "directory",
                "directory",
                "media",
                "media-adapter");
        String page = ServiceSources.text(Renders.ROOT.resolve("docs/reference/messages.md"));
        for (Topics.Definition topic : Topics.ALL) {
            String line = page.lines()
                    .filter(it -> it.startsWith("| `" + topic.name() + "`"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(topic.name()));
            String[] cells = line.split("\\s*\\|\\s*", -1);
            names.forEach((name, component) -> {
                if (!topic.name().equals(Topics.DEAD_LETTERS)) {
                    assertThat(allowed(component, "topic", "Write").contains(topic.name()))
                            .as("%s writes %s", component, topic.name())
                            .isEqualTo(words(cells[4]).contains(name));
                    boolean reads = allowed(component, "topic", "Read").contains(topic.name());
                    assertThat(reads && !words(cells[5]).contains("everybody"))
                            .as("%s reads %s", component, topic.name())
                            .isEqualTo(words(cells[5]).contains(name)
                                    && !words(cells[5]).contains("everybody"));
                }
            });
        }
    }

    private static Set<String> words(String cell) {
        return Set.of(cell.split(",\\s*", -1));
    }

    private static Set<String> allowed(String component, String type, String operation) {
        return RENDER.stream()
                .filter(it -> it.is("KafkaUser") && it.name().equals("parley-" + component))
                .flatMap(it -> it.at("/spec/authorization/acls").valueStream())
                .filter(it -> it.at("/resource/type").asText().equals(type))
                .filter(it -> it.path("operations")
                        .valueStream()
                        .map(JsonNode::asText)
                        .anyMatch(operation::equals))
                .map(it -> it.at("/resource/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
