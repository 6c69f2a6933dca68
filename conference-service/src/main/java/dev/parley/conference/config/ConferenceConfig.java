package dev.parley.conference.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How conferences behave, for all tenants alike. */
@ConfigMapping(prefix = "parley.conference")
public interface ConferenceConfig {
    /**
     * The name of this process among those that share the work; no two that run at once may have the same. It keeps the
     * name over a restart, so that it has its rooms back at once. A pod's name is a good one.
     */
    @WithDefault("0")
    String instance();

    /**
     * How many entries of a PIN a caller has before it is said goodbye to. At least 1. More make guessing easier: three
     * tries at a four-digit PIN find it once in 3,333 calls.
     */
    @WithDefault("3")
    int pinTries();

    /**
     * How long an entry may rest, counted from the last key or the end of the prompt, before it counts as a failed one.
     * Too short hurries people who look their PIN up; too long lets silent callers linger.
     */
    @WithDefault("10s")
    Duration pinSilence();

    /**
     * How often timers are looked at: by so much they may be late. Costs one indexed query each time.
     */
    @WithDefault("200ms")
    Duration timerEvery();

    /**
     * How often messages that have arrived are taken out of the outbox, and those that could not be sent are tried
     * again. No message waits for this on its first way.
     */
    @WithDefault("100ms")
    Duration relayEvery();

    /**
     * How long a message of a process that may have died is left to it before this one sends it. Keep it above the
     * producer's delivery time-out, or messages are sent twice for no reason; readers tolerate that.
     */
    @WithDefault("30s")
    Duration adoptAfter();
}
