package dev.parley.conference.adapter.out.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are told of what happens. */
@ConfigMapping(prefix = "parley.webhooks")
public interface WebhookConfig {
    /**
     * The key, in hex, of which all secrets are made; a secret. By itself that of the PINs. With another one, all webhooks
     * have other secrets, and their owners have to renew them.
     */
    @WithDefault("${parley.pin-key}")
    String key();

    /** Whether a webhook may have an {@code http} address, over which everybody can read along. Not in production. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * Whether a webhook may be within our own walls: on this machine, or at an address that is not on the public Internet.
     * Whoever may make webhooks could then knock at everything that this service reaches.
     */
    @WithDefault("false")
    boolean allowInternal();

    /** How many webhooks a tenant may have. */
    @WithDefault("20")
    int most();

    /** How long to wait for an answer; after that the attempt has failed. */
    @WithDefault("10s")
    Duration timeout();

    /** How long to wait before the second attempt; twice as long before each further one. */
    @WithDefault("5s")
    Duration firstRetry();

    /** How long to wait between two attempts at most. */
    @WithDefault("1h")
    Duration longestRetry();

    /** How long a message is tried; a webhook that has taken none for so long is disabled. */
    @WithDefault("24h")
    Duration giveUpAfter();

    /** How many messages a webhook gets at once; those of one conference come one after the other in any case. */
    @WithDefault("4")
    int atOnce();

    /** How often is looked for messages that are due: by so much they may be late. Costs an indexed query each time. */
    @WithDefault("250ms")
    Duration lookEvery();

    /** How long it is kept what was told, so that it can be listed and replayed. */
    @WithDefault("7d")
    Duration keep();
}
