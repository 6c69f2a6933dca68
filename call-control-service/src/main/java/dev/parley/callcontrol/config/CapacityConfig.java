package dev.parley.callcontrol.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one process carries: {@code parley_load_ratio} is measured against it, and autoscaling goes by that. Nothing is
 * refused because of it. The defaults and how they were found: {@code docs/operations/autoscaling.md}.
 */
@ConfigMapping(prefix = "parley.capacity")
public interface CapacityConfig {
    /** Legs held at once. Too high, and the heap fills before there is another process; too low wastes memory. */
    @WithDefault("1000")
    int legs();

    /**
     * Calls begun a second, both ways, the mean of half a minute. Too high, and callers wait long for an answer before
     * there is another process; too low wastes CPU.
     */
    @WithDefault("20")
    double callsPerSecond();
}
