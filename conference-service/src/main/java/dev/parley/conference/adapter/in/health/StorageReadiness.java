package dev.parley.conference.adapter.in.health;

import dev.parley.conference.adapter.in.kafka.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while no record waits for the storage to come back. */
@Readiness
@ApplicationScoped
public class StorageReadiness implements HealthCheck {
    private final Patience patience;

    StorageReadiness(Patience patience) {
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("storage takes changes")
                .status(patience.waiting() == 0)
                .withData("waiting", patience.waiting())
                .build();
    }
}
