package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures in docs/operations/sizing.md are those of the profiles. */
class ProfilesTest {
    @Test
    void thePageHasTheSumOfRequests() {
        String line = ServiceSources.text(Renders.ROOT.resolve("docs/operations/sizing.md"))
                .lines()
                .filter(it -> it.startsWith("| sum of CPU requests"))
                .findFirst()
                .orElseThrow();
        String[] cells = line.split("\\s*\\|\\s*", -1);
        for (int i = 0; i < PlainManifests.OVERLAYS.size(); i++) {
            String profile = PlainManifests.OVERLAYS.get(i);
            assertThat(cpu(Renders.all().get(profile))).as(profile).isEqualByComparingTo(cells[i + 2]);
        }
    }

    private static BigDecimal cpu(List<Manifest> render) {
        return render.stream()
                .filter(it -> it.hasPods() && !it.is("Job") && !it.is("Pod"))
                .map(it -> it.pod()
                        .path("containers")
                        .valueStream()
                        .map(container ->
                                cores(container.at("/resources/requests/cpu").asText()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(BigDecimal.valueOf(replicas(it, render))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cores(String quantity) {
        return quantity.endsWith("m")
                ? new BigDecimal(quantity.substring(0, quantity.length() - 1)).movePointLeft(3)
                : new BigDecimal(quantity);
    }

    /** An autoscaler's smallest number where there is one; one rtpengine. */
    private static int replicas(Manifest workload, List<Manifest> render) {
        JsonNode own = workload.at("/spec/replicas");
        return render.stream()
                .filter(it -> it.is("HorizontalPodAutoscaler") && it.name().equals(workload.name()))
                .findFirst()
                .map(it -> it.at("/spec/minReplicas").asInt())
                .orElse(own.isMissingNode() ? 1 : own.asInt());
    }
}
