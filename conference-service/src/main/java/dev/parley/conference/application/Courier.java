package dev.parley.conference.application;

import dev.parley.conference.application.Deliveries.Attempt;
import dev.parley.conference.application.Deliveries.Delivery;

/** Carries messages to webhooks. */
@FunctionalInterface
public interface Courier {
    /** Waits for the answer, but not for ever. */
    Answer carry(Webhook webhook, Delivery delivery);

    /** What came of it. */
    sealed interface Answer {
        record Taken(int status) implements Answer {}

        record Failed(Attempt attempt) implements Answer {}

        /** It says itself that it is no more. */
        record Gone(Attempt attempt) implements Answer {}
    }
}
