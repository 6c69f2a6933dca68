package dev.parley.conference.application;

import dev.parley.conference.application.Deliveries.Attempt;
import dev.parley.conference.application.Deliveries.Delivery;
import dev.parley.conference.application.Deliveries.Perseverance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells webhooks what waits for them. Each webhook has a thread of its own as long as something waits for it, so that a
 * slow one keeps no other waiting; in a strand nothing overtakes. Thread-safe.
 */
public final class WebhookRounds {
    /** Longer than a courier takes; should the process die meanwhile, another one takes over then. */
    private final Duration lease;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Perseverance perseverance;
    private final int atOnce;
    private final InstantSource clock;
    private final Consumer<StorageUnavailable> away;
    private final Executor threads;
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    /** How it is done. */
    public record Manners(Perseverance perseverance, Duration lease, int atOnce) {}

    public WebhookRounds(
            Webhooks webhooks,
            Deliveries deliveries,
            Courier courier,
            Manners manners,
            InstantSource clock,
            Consumer<StorageUnavailable> away,
            Executor threads) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.courier = courier;
        this.perseverance = manners.perseverance();
        this.lease = manners.lease();
        this.atOnce = manners.atOnce();
        this.clock = clock;
        this.away = away;
        this.threads = threads;
    }

    /** Looks once around; does not wait for what comes of it. */
    public void go() {
        for (String webhook : deliveries.due(clock.instant())) {
            if (served.add(webhook)) {
                threads.execute(() -> serve(webhook));
            }
        }
    }

    /** Should the storage be away, what was claimed is nobody's after a while, and is told then; perhaps once more. */
    private void serve(String id) {
        try {
            Optional<Webhook> webhook = webhooks.find(id);
            while (webhook.filter(Webhook::enabled).isPresent() && tell(webhook.get())) {
                webhook = webhooks.find(id);
            }
        } catch (StorageUnavailable e) {
            away.accept(e);
        } finally {
            served.remove(id);
        }
    }

    /** False when there is nothing left to be told now. One that does not answer is tried with one message at a time. */
    private boolean tell(Webhook webhook) {
        Instant now = clock.instant();
        int most = webhook.failingSince().isPresent() ? 1 : atOnce;
        List<Delivery> claimed = deliveries.claim(webhook.id(), now, now.plus(lease), most);
        List<CompletableFuture<Boolean>> told = claimed.stream()
                .map(delivery -> CompletableFuture.supplyAsync(() -> isSettled(webhook, delivery), threads))
                .toList();
        return told.stream().map(CompletableFuture::join).reduce(!claimed.isEmpty(), Boolean::logicalAnd);
    }

    private boolean isSettled(Webhook webhook, Delivery delivery) {
        try {
            tell(webhook, delivery);
            return true;
        } catch (StorageUnavailable e) {
            away.accept(e);
            return false;
        }
    }

    private void tell(Webhook webhook, Delivery delivery) {
        Courier.Answer answer = courier.carry(webhook, delivery);
        Instant now = clock.instant();
        switch (answer) {
            case Courier.Answer.Taken(int status) -> deliveries.delivered(delivery, status, now);
            case Courier.Answer.Gone(Attempt attempt) -> {
                deliveries.failed(delivery, attempt, now);
                deliveries.disable(webhook.id(), "It says that it is gone: " + attempt.error(), now);
            }
            case Courier.Answer.Failed(Attempt attempt) -> fail(webhook, delivery, attempt, now);
        }
    }

    private void fail(Webhook webhook, Delivery delivery, Attempt attempt, Instant now) {
        Optional<Instant> dead = webhook.failingSince().filter(since -> perseverance.isOver(since, now));
        if (dead.isPresent()) {
            deliveries.failed(delivery, attempt, now);
            deliveries.disable(webhook.id(), "It was told in vain since " + dead.get() + ": " + attempt.error(), now);
        } else if (perseverance.isOver(delivery.created(), now)) {
            deliveries.failed(delivery, attempt, now);
        } else {
            deliveries.postponed(delivery, attempt, now.plus(perseverance.pause(delivery.attempts())), now);
        }
    }
}
