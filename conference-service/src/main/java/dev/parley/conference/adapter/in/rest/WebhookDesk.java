package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.adapter.in.rest.WebhookView.Wish;
import dev.parley.conference.application.Deliveries;
import dev.parley.conference.application.Deliveries.Delivery;
import dev.parley.conference.application.Deliveries.State;
import dev.parley.conference.application.Secrecy;
import dev.parley.conference.application.Webhook;
import dev.parley.conference.application.Webhooks;
import dev.parley.contracts.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Does with webhooks what HTTP asks. Whether the caller may is asked before. */
@ApplicationScoped
public class WebhookDesk {
    private static final Logger LOG = Logger.getLogger(WebhookDesk.class);
    private static final int NONCE_BYTES = 16;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Secrecy secrecy;
    private final Access access;
    private final SecureRandom random = new SecureRandom();

    WebhookDesk(Webhooks webhooks, Deliveries deliveries, Secrecy secrecy, Access access) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrecy = secrecy;
        this.access = access;
    }

    String make(TenantId tenant, Wish wish) {
        Webhook webhook = new Webhook(
                UUID.randomUUID().toString(),
                tenant,
                wish.url().orElseThrow(),
                wish.events().orElse(List.of()),
                wish.description().orElse(""),
                wish.enabled().orElse(true),
                nonce(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.now());
        if (!webhooks.add(webhook, secrecy.most())) {
            throw new Refused(Problem.of(
                    409,
                    "too_many_webhooks",
                    "Too many webhooks",
                    "The tenant has " + secrecy.most() + " webhooks, as many as it may have"));
        }
        log("made", webhook);
        return webhook.id();
    }

    Webhook find(TenantId tenant, String id) {
        return webhooks.find(tenant, Access.id(id)).orElseThrow(WebhookDesk::unknown);
    }

    Webhook change(TenantId tenant, String id, Wish wish) {
        Webhook changed = webhooks.change(tenant, Access.id(id), webhook -> changed(webhook, wish))
                .orElseThrow(WebhookDesk::unknown);
        log("changed", changed);
        return changed;
    }

    private static Webhook changed(Webhook webhook, Wish wish) {
        Webhook changed = wish.url().map(webhook::at).orElse(webhook);
        changed = wish.events().map(changed::telling).orElse(changed);
        changed = wish.description().map(changed::described).orElse(changed);
        return wish.enabled().map(changed::enabled).orElse(changed);
    }

    Webhook renew(TenantId tenant, String id) {
        Webhook renewed = webhooks.change(tenant, Access.id(id), webhook -> webhook.renewed(nonce(), Instant.now()))
                .orElseThrow(WebhookDesk::unknown);
        log("given a new secret", renewed);
        return renewed;
    }

    void remove(TenantId tenant, String id) {
        Webhook webhook = find(tenant, id);
        webhooks.remove(tenant, webhook.id());
        log("removed", webhook);
    }

    Delivery ping(Webhook webhook) {
        Instant now = Instant.now();
        String id = UUID.randomUUID().toString();
        return add(webhook, id, "Ping", secrecy.ping(webhook, id, now), Optional.empty(), now);
    }

    Delivery replay(Webhook webhook, Delivery earlier) {
        return add(
                webhook,
                earlier.message(),
                earlier.kind(),
                earlier.payload(),
                Optional.of(earlier.id()),
                Instant.now());
    }

    /** In a strand of its own: it waits for nothing, and nothing for it. */
    private Delivery add(
            Webhook webhook, String message, String kind, String payload, Optional<String> replayOf, Instant now) {
        if (!webhook.enabled()) {
            throw new Refused(Problem.of(409, "webhook_disabled", "Webhook disabled", "Enable the webhook first"));
        }
        String id = UUID.randomUUID().toString();
        Delivery delivery = new Delivery(
                id,
                webhook.id(),
                message,
                id,
                kind,
                payload,
                replayOf,
                State.WAITING,
                0,
                now,
                now,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty());
        deliveries.add(delivery);
        return delivery;
    }

    private void log(String what, Webhook webhook) {
        LOG.infof("webhook %s tenantId=%s webhookId=%s caller=%s", what, webhook.tenant(), webhook.id(), access.name());
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Refused unknown() {
        return new Refused(Problem.notFound());
    }
}
