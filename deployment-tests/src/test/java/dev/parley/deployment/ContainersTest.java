package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every container, whatever is chosen: watched, bounded, without privileges. */
class ContainersTest {
    @TestFactory
    Stream<DynamicTest> everyContainerIsWatchedBoundedAndRestricted() {
        return Renders.all().entrySet().stream()
                .map(render -> DynamicTest.dynamicTest(
                        render.getKey(),
                        () -> assertThat(render.getValue().stream()
                                        .filter(Manifest::hasPods)
                                        .flatMap(it -> faults(it).stream()))
                                .isEmpty()));
    }

    private static List<String> faults(Manifest manifest) {
        List<String> faults = new ArrayList<>();
        JsonNode pod = manifest.pod();
        expect(
                faults,
                manifest,
                pod,
                Map.of(
                        "/automountServiceAccountToken", "false",
                        "/enableServiceLinks", "false",
                        "/securityContext/runAsNonRoot", "true",
                        "/securityContext/runAsUser", "10001",
                        "/securityContext/seccompProfile/type", "RuntimeDefault"));
        if (pod.path("hostNetwork").asBoolean() != manifest.component().equals("rtpengine")) {
            faults.add(manifest.id() + ": the host's network is rtpengine's alone");
        }
        if (pod.has("hostPID") || pod.has("hostIPC") || pod.has("initContainers")) {
            faults.add(manifest.id() + ": has more than containers of its own");
        }
        pod.path("volumes").forEach(volume -> {
            if (volume.has("hostPath")) {
                faults.add(manifest.id() + ": a folder of the host");
            }
        });
        if (!manifest.is("Pod") && !manifest.is("Job") && !manifest.is("DaemonSet")) {
            boolean isSpread =
                    pod.has("topologySpreadConstraints") || pod.path("affinity").has("podAntiAffinity");
            if (!isSpread) {
                faults.add(manifest.id() + ": is not spread");
            }
        }
        pod.path("containers").forEach(container -> addFaults(manifest, container, faults));
        return faults;
    }

    private static void addFaults(Manifest manifest, JsonNode container, List<String> faults) {
        expect(
                faults,
                manifest,
                container,
                Map.of(
                        "/securityContext/allowPrivilegeEscalation", "false",
                        "/securityContext/readOnlyRootFilesystem", "true",
                        "/securityContext/privileged", "false",
                        "/securityContext/capabilities/drop/0", "ALL"));
        for (String amount : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            if (container.path("resources").at(amount).isMissingNode()) {
                faults.add(manifest.id() + ": no " + amount);
            }
        }
        if (container.path("securityContext").path("capabilities").has("add")) {
            faults.add(manifest.id() + ": has capabilities");
        }
        if (!manifest.is("Job") && !manifest.is("Pod")) {
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                JsonNode get = container.path(probe).path("httpGet");
                if (get.path("path").asText().isEmpty()
                        || !get.path("port").asText().equals("http")) {
                    faults.add(manifest.id() + ": no " + probe);
                }
            }
        }
    }

    private static void expect(List<String> faults, Manifest manifest, JsonNode node, Map<String, String> wanted) {
        wanted.forEach((path, value) -> {
            if (!node.at(path).asText().equals(value)) {
                faults.add(manifest.id() + ": " + path + " is not " + value + " but " + node.at(path));
            }
        });
    }

    /** The probes' paths are those that the services have: the health of SmallRye, and what http.cfg answers. */
    @TestFactory
    Stream<DynamicTest> probesAskWhatIsAnswered() {
        Map<String, List<String>> paths = Map.of(
                "kamailio", List.of("/live", "/ready", "/live"),
                "rtpengine", List.of("/ping", "/ping", "/ping"));
        List<String> quarkus = List.of("/q/health/started", "/q/health/ready", "/q/health/live");
        return Renders.all().get("defaults").stream()
                .filter(it -> it.hasPods() && !it.is("Job") && !it.is("Pod"))
                .map(it -> DynamicTest.dynamicTest(it.name(), () -> {
                    JsonNode container = it.pod().path("containers").get(0);
                    assertThat(Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                                    .map(probe -> container
                                            .path(probe)
                                            .at("/httpGet/path")
                                            .asText())
                                    .toList())
                            .isEqualTo(paths.getOrDefault(it.component(), quarkus));
                }));
    }
}
