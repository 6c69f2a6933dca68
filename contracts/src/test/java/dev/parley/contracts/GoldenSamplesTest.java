package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GoldenSamplesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> VALUES = values();

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        Stream.of(
                        GoldenValues.CALLS,
                        GoldenValues.MEDIA,
                        GoldenValues.CONFERENCES,
                        GoldenValues.DIRECTORY,
                        GoldenLedger.VALUES)
                .forEach(values::putAll);
        return values;
    }

    @TestFactory
    Stream<DynamicTest> everySampleSaysWhatItAlwaysSaid() throws Exception {
        return samples().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    Object value = VALUES.get(sample.getKey());
                    assertThat(family(sample.getKey()).read(sample.getValue()))
                            .isEqualTo(new Reading.Understood<>(value));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenTodayReadsTheSameAndLooksTheSame() throws Exception {
        Map<String, byte[]> samples = samples();
        return VALUES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> check(entry.getValue(), samples.get(entry.getKey()))));
    }

    @Test
    void everyKindHasASample() throws Exception {
        assertThat(samples().keySet().stream().map(GoldenSamplesTest::kind).collect(Collectors.toSet()))
                .isEqualTo(Families.BY_TOPIC.values().stream()
                        .flatMap(family -> family.kinds().keySet().stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void everySampleHasAValueAndEveryValueASample() throws Exception {
        assertThat(samples().keySet()).isEqualTo(VALUES.keySet());
    }

    private static <T> void check(Object value, byte[] sample) throws IOException {
        @SuppressWarnings("unchecked") // The family was found by the value's own kind.
        Family<T> family = (Family<T>) Families.ofKind(value.getClass().getSimpleName());
        @SuppressWarnings("unchecked") // As above.
        T message = (T) value;

        byte[] written = family.write(message);

        assertThat(family.read(written)).isEqualTo(new Reading.Understood<>(message));
        assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(sample));
    }

    private static Family<?> family(String sample) {
        return Families.ofKind(kind(sample));
    }

    private static String kind(String sample) {
        return sample.substring(0, sample.indexOf('/'));
    }

    /** All samples by {@code kind/case}. */
    private static Map<String, byte[]> samples() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(GoldenSamplesTest.class.getResource("/golden"))
                .toURI());
        Map<String, byte[]> samples = new HashMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                samples.put(name.replace(".json", ""), Files.readAllBytes(file));
            }
        }
        return samples;
    }
}
