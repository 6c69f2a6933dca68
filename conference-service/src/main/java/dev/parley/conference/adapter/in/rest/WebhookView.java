package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Deliveries.Delivery;
import dev.parley.conference.application.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook. */
@Schema(name = "Webhook", description = "An address that is told of what happens in the tenant's conferences.")
public record WebhookView(
        String id,
        @Schema(examples = "https://example.com/parley") String url,

        @Schema(description = "Only these kinds of events; empty: all.")
        List<String> events,

        String description,
        boolean enabled,

        @Schema(description = "Why it was disabled, unless you did it.")
        Optional<String> disabledReason,

        @Schema(description = "Since when it has taken nothing; left out: all is well.")
        Optional<Instant> failingSince,

        @Schema(description = "By which you know that it is us; shown only when it is made or renewed.")
        Optional<String> secret,

        Instant created) {

    /** All of a tenant. */
    @Schema(name = "Webhooks", description = "All webhooks of the tenant.")
    public record Page(List<WebhookView> items) {}

    /** What a webhook is to be. */
    @Schema(name = "WebhookRequest", description = "What a webhook is to be.")
    public record Wish(
            @Schema(description = "Where to POST to; needed for a new one.", examples = "https://example.com/parley")
            Optional<String> url,

            @Schema(description = "Only these kinds of events; left out, or empty: all.")
            Optional<List<String>> events,

            Optional<String> description,
            @Schema(defaultValue = "true") Optional<Boolean> enabled) {}

    /** A message to it. */
    @Schema(name = "Delivery", description = "One message to a webhook.")
    public record DeliveryView(
            String id,

            @Schema(description = "The header webhook-id: the same in each attempt, and in replays.")
            String messageId,

            @Schema(description = "The kind of the event, or Ping.")
            String event,

            @Schema(description = "The delivery that this one repeats.")
            Optional<String> replayOf,

            @Schema(enumeration = {"waiting", "delivered", "failed"})
            String state,

            int attempts,

            @Schema(description = "When it is tried next, as long as it waits.")
            Optional<Instant> due,

            Instant created,
            Optional<Instant> ended,
            @Schema(description = "The last answer.") OptionalInt status,

            @Schema(description = "Why the last attempt failed.")
            Optional<String> error,

            @Schema(description = "What is sent.") String payload) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.message(),
                    delivery.kind(),
                    delivery.replayOf(),
                    ParticipantView.lower(delivery.state()),
                    delivery.attempts(),
                    Optional.of(delivery.due()).filter(_ -> delivery.ended().isEmpty()),
                    delivery.created(),
                    delivery.ended(),
                    delivery.status(),
                    delivery.error(),
                    delivery.payload());
        }
    }

    /** A page of them. */
    @Schema(name = "Deliveries", description = "A page of deliveries, the newest first.")
    public record Deliveries(List<DeliveryView> items) {}

    static WebhookView of(Webhook webhook) {
        return of(webhook, Optional.empty());
    }

    static WebhookView of(Webhook webhook, Optional<String> secret) {
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.events(),
                webhook.description(),
                webhook.enabled(),
                webhook.disabledWhy(),
                webhook.failingSince(),
                secret,
                webhook.created());
    }
}
