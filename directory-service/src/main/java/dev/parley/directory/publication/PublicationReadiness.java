package dev.parley.directory.publication;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once everybody can know what the directory knew at its start. */
@Readiness
@ApplicationScoped
public class PublicationReadiness implements HealthCheck {
    private final Publication publication;

    PublicationReadiness(Publication publication) {
        this.publication = publication;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("directory published")
                .status(publication.isComplete())
                .build();
    }
}
