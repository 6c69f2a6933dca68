package dev.parley.conference.adapter.in.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How conferences are served over HTTP. */
@ConfigMapping(prefix = "parley.conference.rest")
public interface RestConfig {
    /**
     * How many event streams one process serves at once; whoever wants one more is told to come back later. Each costs
     * an open connection.
     */
    @WithDefault("500")
    int streams();

    /**
     * How often an event stream on which nothing happens shows that it is alive. Keep it below the idle time-out of what
     * lies between, such as a proxy.
     */
    @WithDefault("15s")
    Duration heartbeat();

    /**
     * How long an event stream lasts before it is ended, and its reader has to come again with a key that still counts.
     * Readers go on behind the last event that they have.
     */
    @WithDefault("15m")
    Duration streamLifetime();

    /** For how long at most a request waits for the outcome of an invitation ({@code Prefer: wait}). */
    @WithDefault("60s")
    Duration longestWait();
}
