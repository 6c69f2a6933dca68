package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.application.Envelope;
import java.util.concurrent.CompletionStage;

/** The way to the broker. Envelopes given by one thread leave in that order. */
@FunctionalInterface
public interface Sender {
    /** Done when the broker has it. */
    CompletionStage<Void> send(Envelope envelope);
}
