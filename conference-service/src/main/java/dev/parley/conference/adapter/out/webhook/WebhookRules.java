package dev.parley.conference.adapter.out.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conference.application.Secrecy;
import dev.parley.conference.application.Webhook;
import java.time.Instant;
import java.util.Optional;

/** {@link Secrecy} as configured. Thread-safe. */
public final class WebhookRules implements Secrecy {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Secrets secrets;
    private final Walls walls;
    private final int most;

    public WebhookRules(Secrets secrets, Walls walls, int most) {
        this.secrets = secrets;
        this.walls = walls;
        this.most = most;
    }

    @Override
    public Optional<String> objection(String url) {
        return walls.objection(url);
    }

    @Override
    public String secret(Webhook webhook) {
        return secrets.secret(webhook.nonce());
    }

    @Override
    public String ping(Webhook webhook, String message, Instant now) {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", message);
        event.put("source", "/conference");
        event.put("type", "dev.parley.Ping");
        event.put("time", now.toString());
        event.put("datacontenttype", "application/json");
        event.putObject("data").put("type", "Ping").put("webhook", webhook.id());
        return event.toString();
    }

    @Override
    public int most() {
        return most;
    }
}
