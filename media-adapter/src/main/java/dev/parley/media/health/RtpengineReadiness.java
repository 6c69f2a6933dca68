package dev.parley.media.health;

import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.Rtpengine;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when an rtpengine answers. */
@Readiness
@ApplicationScoped
public class RtpengineReadiness implements AsyncHealthCheck {
    private final Rtpengine rtpengine;

    RtpengineReadiness(Rtpengine rtpengine) {
        this.rtpengine = rtpengine;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .item(() -> HealthCheckResponse.named("rtpengine")
                        .status(rtpengine.ping() instanceof NgReply.Done)
                        .build())
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }
}
