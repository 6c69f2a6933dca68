package dev.parley.conference.adapter.in.health;

import dev.parley.conference.adapter.out.directory.DirectoryFeed;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the directory has been read: before, no room is known. */
@Readiness
@ApplicationScoped
public class DirectoryReadiness implements HealthCheck {
    private final DirectoryFeed directory;

    DirectoryReadiness(DirectoryFeed directory) {
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("directory known")
                .status(directory.isCaughtUp())
                .build();
    }
}
