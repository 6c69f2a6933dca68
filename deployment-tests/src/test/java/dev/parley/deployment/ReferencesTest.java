package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever an object names is there: in the render, or by the operator's hand where values say so. */
class ReferencesTest {
    @TestFactory
    Stream<DynamicTest> everyReferenceLeadsSomewhere() {
        return Combinations.all().entrySet().stream()
                .map(combination -> DynamicTest.dynamicTest(
                        combination.getKey(),
                        () -> assertThat(new References(
                                                Renders.all().get(combination.getKey()),
                                                Renders.CHART.defaults().and(combination.getValue()))
                                        .dangling())
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> noSecretIsWrittenDown() {
        return Renders.all().entrySet().stream()
                .map(render -> DynamicTest.dynamicTest(render.getKey(), () -> {
                    assertThat(render.getValue()).noneMatch(manifest -> manifest.is("Secret"));
                    assertThat(render.getValue().stream()
                                    .filter(Manifest::hasPods)
                                    .flatMap(it -> it.pod().path("containers").valueStream())
                                    .flatMap(it -> it.path("env").valueStream())
                                    .filter(variable -> variable.path("name")
                                            .asText()
                                            .matches(".*(_KEY|PASSWORD|JAAS|TOKEN|SECRET).*"))
                                    .filter(variable -> variable.at("/valueFrom/secretKeyRef/key")
                                            .isMissingNode()))
                            .isEmpty();
                }));
    }

    /** docs/operations/install.md has the operator make every secret, with every key, that the chart asks for by itself. */
    @Test
    void thePageOfInstallingMakesEverySecret() {
        String page = ServiceSources.text(Renders.ROOT.resolve("docs/operations/install.md"));
        assertThat(Renders.all().get("defaults").stream()
                        .filter(Manifest::hasPods)
                        .flatMap(it -> it.pod().path("containers").valueStream())
                        .flatMap(it -> it.path("env").valueStream())
                        .map(it -> it.at("/valueFrom/secretKeyRef"))
                        .filter(it -> !it.isMissingNode()))
                .isNotEmpty()
                .allMatch(secret -> page.contains(
                                "--from-literal=" + secret.path("key").asText() + "=")
                        && page.contains(
                                secret.path("name").asText().replaceFirst("-(directory|conference|kamailio)$", "-")));
    }
}
