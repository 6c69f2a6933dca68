package dev.parley.directory.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one process carries: {@code parley_load_ratio} is measured against it, and autoscaling goes by that. Nothing is
 * refused because of it.
 */
@ConfigMapping(prefix = "parley.capacity")
public interface CapacityConfig {
    /**
     * Requests to the API a second, the mean of half a minute. The default is the rate at which {@code ./parley bench
     * directory} asks, with 1,000 tenants on two cores that carry all else besides: 99 of 100 answers within 50 ms.
     */
    @WithDefault("100")
    double requestsPerSecond();
}
