package dev.parley.conference.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What one process carries: {@code parley_load_ratio} is measured against it, and autoscaling goes by that. Nothing is
 * refused because of it. How busy its consumers are needs no setting: all of the time is all of it. The defaults and how
 * they were found: {@code docs/operations/autoscaling.md}.
 */
@ConfigMapping(prefix = "parley.capacity")
public interface CapacityConfig {
    /** Rooms with a conference that goes on. Too high, and keys take effect late before there is another process. */
    @WithDefault("200")
    int rooms();

    /**
     * Records that wait to be read, of all its partitions. A caller waits for those before theirs: at some 13 ms a record
     * and four at a time, this many are a third of a second.
     */
    @WithDefault("100")
    int lag();
}
