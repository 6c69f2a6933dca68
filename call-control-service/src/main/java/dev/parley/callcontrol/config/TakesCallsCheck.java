package dev.parley.callcontrol.config;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@link TakesCalls} for {@code /q/health/ready}. The edge asks the same by OPTIONS. */
@Readiness
@ApplicationScoped
public class TakesCallsCheck implements HealthCheck {
    private final TakesCalls takesCalls;

    TakesCallsCheck(TakesCalls takesCalls) {
        this.takesCalls = takesCalls;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("takes-calls")
                .withData("directory", takesCalls.knowsDirectory())
                .withData("kafka", takesCalls.reachesKafka())
                .status(takesCalls.now())
                .build();
    }
}
