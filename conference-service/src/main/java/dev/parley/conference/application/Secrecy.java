package dev.parley.conference.application;

import java.time.Instant;
import java.util.Optional;

/** What may be told to whom by webhooks, and how they are known to be ours. */
public interface Secrecy {
    /** Why no webhook may be at this address; none: it may. */
    Optional<String> objection(String url);

    /** By which its owner knows that it is us. */
    String secret(Webhook webhook);

    /** A message that says nothing but that it has arrived. */
    String ping(Webhook webhook, String message, Instant now);

    /** How many webhooks a tenant may have. */
    int most();
}
