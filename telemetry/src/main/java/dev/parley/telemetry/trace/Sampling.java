package dev.parley.telemetry.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which traces are recorded: none while there is nowhere to send them to, else a share of those that begin here, and of
 * the others what their beginner has decided.
 */
public final class Sampling {
    private Sampling() {}

    @Produces
    @Singleton
    static Sampler sampler(
            @ConfigProperty(name = TracesSwitch.ENDPOINT) Optional<String> endpoint,
            @ConfigProperty(name = TracesSwitch.SHARE, defaultValue = "1.0") double share) {
        boolean sent = endpoint.filter(url -> !url.isBlank()).isPresent();
        return sent ? Sampler.parentBased(Sampler.traceIdRatioBased(share)) : Sampler.alwaysOff();
    }
}
