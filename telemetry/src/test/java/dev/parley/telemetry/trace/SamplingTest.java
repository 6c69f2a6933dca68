package dev.parley.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void nothingIsRecordedWhileThereIsNowhereToSendItTo() {
        assertThat(decision(Sampling.sampler(Optional.empty(), 1))).isEqualTo(SamplingDecision.DROP);
        assertThat(decision(Sampling.sampler(Optional.of(" "), 1))).isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void everythingIsRecordedUnlessAShareIsSaid() {
        Optional<String> collector = Optional.of("http://collector:4317");

        assertThat(decision(Sampling.sampler(collector, 1))).isEqualTo(SamplingDecision.RECORD_AND_SAMPLE);
        assertThat(decision(Sampling.sampler(collector, 0))).isEqualTo(SamplingDecision.DROP);
    }

    private static SamplingDecision decision(Sampler sampler) {
        return sampler.shouldSample(
                        Context.root(),
                        "0af7651916cd43dd8448eb211c80319c",
                        "INVITE",
                        SpanKind.SERVER,
                        Attributes.empty(),
                        List.of())
                .getDecision();
    }
}
