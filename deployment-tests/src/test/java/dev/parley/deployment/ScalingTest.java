package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Up at once, down slowly, and never with a call on board. */
class ScalingTest {
    private static final String ALL = """
            callControl: {autoscaling: {enabled: true, by: %1$s}}
            conference: {autoscaling: {enabled: true, by: %1$s}}
            mediaAdapter: {acceptSeveral: true, autoscaling: {enabled: true, by: %1$s}}
            """;

    private static Manifest scaler(String by, String component) {
        String kind = by.equals("hpa") ? "HorizontalPodAutoscaler" : "ScaledObject";
        return Renders.of(ALL.formatted(by)).stream()
                .filter(it -> it.is(kind) && it.component().equals(component))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-control", "conference", "media-adapter"})
    void theLoadRatioCounts(String component) {
        assertThat(scaler("hpa", component)
                        .at("/spec/metrics/0/pods/metric/name")
                        .asText())
                .isEqualTo("parley_load_ratio");
        assertThat(scaler("hpa", component)
                        .at("/spec/metrics/0/pods/target/averageValue")
                        .asText())
                .isEqualTo("0.6");
        assertThat(scaler("keda", component)
                        .at("/spec/triggers/0/metadata/query")
                        .asText())
                .contains("parley_load_ratio");
        assertThat(scaler("keda", component)
                        .at("/spec/triggers/0/metadata/threshold")
                        .asText())
                .isEqualTo("0.6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-control", "media-adapter"})
    void whatHoldsCallsIsNeverTakenAway(String component) {
        String below = "/spec/behavior/scaleDown/selectPolicy";
        assertThat(scaler("hpa", component).at(below).asText()).isEqualTo("Disabled");
        assertThat(scaler("keda", component)
                        .at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown/selectPolicy")
                        .asText())
                .isEqualTo("Disabled");
    }

    @Test
    void conferenceServiceGoesOnePodInTenMinutes() {
        Manifest scaler = scaler("hpa", "conference");
        assertThat(scaler.at("/spec/behavior/scaleDown/stabilizationWindowSeconds")
                        .asInt())
                .isEqualTo(600);
        assertThat(scaler.at("/spec/behavior/scaleDown/policies/0/value").asInt())
                .isEqualTo(1);
        assertThat(scaler.at("/spec/behavior/scaleUp/stabilizationWindowSeconds")
                        .asInt())
                .isZero();
    }

    /** The edge knows every call-control that there may ever be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void theEdgeKnowsEveryCallControl(int replicas) {
        assertThat(instances(Renders.of("callControl: {replicas: %d}".formatted(replicas))))
                .hasSize(replicas)
                .allMatch(line -> line.endsWith(";transport=tcp 9"));
        assertThat(instances(Renders.of(ALL.formatted("hpa")))).hasSize(4);
    }

    private static List<String> instances(List<Manifest> render) {
        return render.stream()
                .filter(it -> it.is("ConfigMap") && it.component().equals("kamailio"))
                .flatMap(it -> it.at("/data/dispatcher.list").asText().lines())
                .toList();
    }
}
