package dev.parley.directory.seed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the directory holds before anybody has written to it, and how it tells others. */
@ConfigMapping(prefix = "parley.directory")
public interface SeedConfig {
    /** Which world to make sure of at every start: {@code demo}, or {@code none}, which is right in production. */
    @WithDefault("none")
    World seed();

    /** How often changes are looked for and published. Shorter costs idle queries, longer makes changes late. */
    @WithDefault("1s")
    Duration publishEvery();

    /** A world to begin with. */
    enum World {
        NONE,
        DEMO
    }
}
