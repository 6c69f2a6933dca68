package dev.parley.media.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one process and its rtpengine carry: {@code parley_load_ratio} is measured against it, and autoscaling goes by
 * that. Nothing is refused because of it. The defaults and how they were found: {@code docs/operations/autoscaling.md}.
 */
@ConfigMapping(prefix = "parley.capacity")
public interface CapacityConfig {
    /** Legs with media. Too high, and sound stutters before there is another process; too low wastes machines. */
    @WithDefault("200")
    int legs();

    /**
     * Mix edges: who hears whom, and every bus. Each costs rtpengine some 0.5 ms of CPU a second, whether anybody speaks
     * or not; a room of N who all may speak has N × (N - 1).
     */
    @WithDefault("2500")
    int mixEdges();

    /** Packets a second through rtpengine, as it counts them: some 213 for each leg of a room of four who all send. */
    @WithDefault("42600")
    int packetsPerSecond();
}
