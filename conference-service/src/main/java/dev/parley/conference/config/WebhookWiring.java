package dev.parley.conference.config;

import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.PostgresDeliveries;
import dev.parley.conference.adapter.out.postgres.PostgresWebhooks;
import dev.parley.conference.adapter.out.webhook.HttpCourier;
import dev.parley.conference.adapter.out.webhook.Secrets;
import dev.parley.conference.adapter.out.webhook.Walls;
import dev.parley.conference.adapter.out.webhook.WebhookConfig;
import dev.parley.conference.adapter.out.webhook.WebhookRules;
import dev.parley.conference.application.Courier;
import dev.parley.conference.application.Deliveries;
import dev.parley.conference.application.Deliveries.Perseverance;
import dev.parley.conference.application.EventKinds;
import dev.parley.conference.application.Secrecy;
import dev.parley.conference.application.WebhookRounds;
import dev.parley.conference.application.Webhooks;
import dev.parley.contracts.Family;
import dev.parley.contracts.conference.ConferenceEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Puts webhooks together. */
@ApplicationScoped
public class WebhookWiring {
    private static final Logger LOG = Logger.getLogger(WebhookWiring.class);

    /** How much longer than an attempt takes it is nobody else's. */
    private static final Duration LEEWAY = Duration.ofSeconds(10);

    private static final int MOST_CONNECTIONS = 256;

    @Produces
    @Singleton
    Webhooks webhooks(Database database) {
        return new PostgresWebhooks(database);
    }

    @Produces
    @Singleton
    Deliveries deliveries(Database database) {
        return new PostgresDeliveries(database);
    }

    @Produces
    @Singleton
    EventKinds kinds() {
        return new EventKinds(
                new TreeSet<>(Family.of(ConferenceEvent.class).kinds().keySet()));
    }

    @Produces
    @Singleton
    Secrets secrets(WebhookConfig config) {
        return new Secrets(config.key());
    }

    @Produces
    @Singleton
    Walls walls(WebhookConfig config) {
        return new Walls(config.allowHttp(), config.allowInternal());
    }

    @Produces
    @Singleton
    Secrecy rules(Secrets secrets, Walls walls, WebhookConfig config) {
        return new WebhookRules(secrets, walls, config.most());
    }

    /** Connections are not kept: the next message may go to another address of the same name. */
    @Produces
    @Singleton
    Courier courier(Vertx vertx, Secrets secrets, Walls walls, WebhookConfig config, MeterRegistry meters) {
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setConnectTimeout((int) config.timeout().toMillis());
        Courier courier = new HttpCourier(
                vertx.createHttpClient(options), secrets, walls, config.timeout(), InstantSource.system());
        return (webhook, delivery) -> {
            Courier.Answer answer = courier.carry(webhook, delivery);
            Counter.builder("parley_conference_webhook_attempts")
                    .description("Attempts to deliver to a webhook")
                    .tag("outcome", answer.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .register(meters)
                    .increment();
            return answer;
        };
    }

    @Produces
    @Singleton
    WebhookRounds rounds(Webhooks webhooks, Deliveries deliveries, Courier courier, WebhookConfig config) {
        return new WebhookRounds(
                webhooks,
                deliveries,
                courier,
                new WebhookRounds.Manners(
                        new Perseverance(config.firstRetry(), config.longestRetry(), config.giveUpAfter()),
                        config.timeout().plus(LEEWAY),
                        config.atOnce()),
                InstantSource.system(),
                away -> LOG.warnf("webhooks wait for the storage error=%s", away.getMessage()),
                Executors.newVirtualThreadPerTaskExecutor());
    }
}
