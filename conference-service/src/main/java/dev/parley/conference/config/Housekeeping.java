package dev.parley.conference.config;

import dev.parley.conference.adapter.in.timer.TimerPoller;
import dev.parley.conference.adapter.out.kafka.OutboxRelay;
import dev.parley.conference.adapter.out.metrics.Meters;
import dev.parley.conference.adapter.out.webhook.WebhookConfig;
import dev.parley.conference.application.Deliveries;
import dev.parley.conference.application.Repetitions;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.conference.application.WebhookRounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What is done again and again, beside the messages: timers, the outbox, webhooks, the figures, forgetting. */
@ApplicationScoped
public class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int AFTER_ALL_ELSE = 3000;
    private static final int CHORES = 5;
    private static final Duration FORGETS_EVERY = Duration.ofHours(1);
    private static final Duration REPETITIONS_KEPT = Duration.ofHours(24);
    private static final Duration FIGURES_EVERY = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(2);

    private final ConferenceConfig config;
    private final OutboxRelay relay;
    private final TimerPoller timers;
    private final Meters meters;
    private final LoadMeters load;
    private final WebhookRounds rounds;
    private final WebhookConfig webhooks;
    private final Deliveries deliveries;
    private final Repetitions repetitions;
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(
            CHORES, Thread.ofPlatform().daemon().name("housekeeping-", 0).factory());

    Housekeeping(
            ConferenceConfig config,
            OutboxRelay relay,
            TimerPoller timers,
            Meters meters,
            LoadMeters load,
            WebhookRounds rounds,
            WebhookConfig webhooks,
            Deliveries deliveries,
            Repetitions repetitions) {
        this.config = config;
        this.relay = relay;
        this.timers = timers;
        this.meters = meters;
        this.load = load;
        this.rounds = rounds;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.repetitions = repetitions;
    }

    /** What the process before this one left behind goes first; what comes meanwhile about the same rooms waits. */
    void start(@Observes @Priority(AFTER_ALL_ELSE) StartupEvent event) {
        relay.adopt(Instant.now());
        every(config.relayEvery(), this::relayMessages);
        every(config.timerEvery(), timers::poll);
        every(FIGURES_EVERY, this::lookAround);
        every(webhooks.lookEvery(), rounds::go);
        every(FORGETS_EVERY, this::forget);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        executor.shutdown();
        if (!executor.awaitTermination(STOPS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("a chore is still under way");
        }
    }

    private void relayMessages() {
        relay.tidy();
        relay.heal();
    }

    private void lookAround() {
        relay.adopt(Instant.now().minus(config.adoptAfter()));
        meters.refresh();
        load.refresh();
    }

    private void forget() {
        Instant now = Instant.now();
        int deliveriesGone = deliveries.forget(now.minus(webhooks.keep()));
        int repetitionsGone = repetitions.forget(now.minus(REPETITIONS_KEPT));
        LOG.debugf("forgotten deliveries=%d repetitions=%d", deliveriesGone, repetitionsGone);
    }

    private void every(Duration period, Runnable chore) {
        var _ = executor.scheduleWithFixedDelay(
                () -> run(chore), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void run(Runnable chore) {
        try {
            chore.run();
        } catch (StorageUnavailable e) {
            LOG.debugf("storage is away error=%s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a chore failed", e);
        }
    }
}
