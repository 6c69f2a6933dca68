package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is chosen, the chart renders objects that Kubernetes knows in every field. */
class RenderingTest {
    @TestFactory
    Stream<DynamicTest> everyCombinationIsUnderstoodInEveryField() {
        return Renders.all().entrySet().stream()
                .map(render -> DynamicTest.dynamicTest(
                        render.getKey(),
                        () -> assertThat(render.getValue().stream()
                                        .flatMap(manifest -> Model.problems(manifest).stream()))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> noObjectIsThereTwice() {
        return Renders.all().entrySet().stream()
                .map(render -> DynamicTest.dynamicTest(
                        render.getKey(),
                        () -> assertThat(render.getValue().stream().map(Manifest::id))
                                .doesNotHaveDuplicates()));
    }

    @Test
    void thereAreMoreThanFiftyCombinations() {
        assertThat(Combinations.all()).hasSizeGreaterThan(50);
    }

    @TestFactory
    Stream<DynamicTest> helmHasNothingToSayAgainstIt() {
        return Stream.concat(Stream.of("defaults"), PlainManifests.OVERLAYS.stream())
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    LintResult result = Renders.CHART.lint(Combinations.all().get(name));
                    assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
                    assertThat(result.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
                }));
    }

    /** The strict reading itself: what it would let pass is of no use. */
    @Test
    void anUnknownFieldAndAWrongTypeAreFound() {
        String service = """
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec: {ports: [{port: 1, protocl: TCP}]}
                """;
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec: {containers: [{name: c, env: [{name: A, value: 5}]}]}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c, labels: {version: 1.2}}
                """;
        assertThat(problems(service)).anyMatch(problem -> problem.contains("protocl"));
        assertThat(problems(pod))
                .anyMatch(problem -> problem.contains("Integer value (5)"))
                .anyMatch(it -> it.contains("Float value (1.2)"));
    }

    private static List<String> problems(String yaml) {
        return Manifest.all(yaml).stream()
                .flatMap(manifest -> Model.problems(manifest).stream())
                .collect(Collectors.toList());
    }
}
