package dev.parley.conference.adapter.out.postgres;

import static dev.parley.conference.adapter.out.postgres.Selection.instant;
import static dev.parley.conference.adapter.out.postgres.Selection.time;

import dev.parley.conference.application.Webhook;
import dev.parley.conference.application.Webhooks;
import dev.parley.contracts.id.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@link Webhooks} in PostgreSQL. Thread-safe. */
public final class PostgresWebhooks implements Webhooks {
    private static final String INSERT = """
            insert into webhook (webhook, tenant, url, events, description, enabled, nonce, created_at)
            select ?, ?, ?, ?, ?, ?, ?, ? where (select count(*) from webhook where tenant = ?) < ?""";
    private static final String FIND = "select * from webhook where ";
    private static final String UPDATE = """
            update webhook set url = ?, events = ?, description = ?, enabled = ?, nonce = ?, failing_since = ?,
                   disabled_why = ?, former_nonce = ?, renewed_at = ?
             where webhook = ?""";
    private static final String GIVE_UP = """
            update delivery set state = 'FAILED', ended_at = now(), error = coalesce(error, 'The webhook was disabled')
             where webhook = ? and state = 'WAITING'""";
    private static final String DELETE = "delete from webhook where webhook = ? and tenant = ?";

    private final Database database;

    public PostgresWebhooks(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(Webhook webhook, int most) {
        return database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, webhook.id());
                insert.setString(2, webhook.tenant().value());
                insert.setString(3, webhook.url());
                insert.setArray(
                        4, connection.createArrayOf("text", webhook.events().toArray()));
                insert.setString(5, webhook.description());
                insert.setBoolean(6, webhook.enabled());
                insert.setString(7, webhook.nonce());
                insert.setObject(8, time(webhook.created()));
                insert.setString(9, webhook.tenant().value());
                insert.setInt(10, most);
                return insert.executeUpdate() == 1;
            }
        });
    }

    @Override
    public List<Webhook> ofTenant(TenantId tenant) {
        return database.inTransaction(
                connection -> Selection.of(FIND + "tenant = ? order by created_at, webhook", tenant.value())
                        .all(connection, PostgresWebhooks::read));
    }

    @Override
    public Optional<Webhook> find(TenantId tenant, String id) {
        return database.inTransaction(
                connection -> Selection.of(FIND + "tenant = ? and webhook = ?", tenant.value(), id)
                        .first(connection, PostgresWebhooks::read));
    }

    @Override
    public Optional<Webhook> find(String id) {
        return database.inTransaction(
                connection -> Selection.of(FIND + "webhook = ?", id).first(connection, PostgresWebhooks::read));
    }

    @Override
    public Optional<Webhook> change(TenantId tenant, String id, UnaryOperator<Webhook> change) {
        return database.inTransaction(connection -> {
            Optional<Webhook> changed = Selection.of(FIND + "tenant = ? and webhook = ? for update", tenant.value(), id)
                    .first(connection, PostgresWebhooks::read)
                    .map(change);
            if (changed.isPresent()) {
                update(connection, changed.get());
            }
            return changed;
        });
    }

    private static void update(Connection connection, Webhook webhook) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, webhook.url());
            update.setArray(2, connection.createArrayOf("text", webhook.events().toArray()));
            update.setString(3, webhook.description());
            update.setBoolean(4, webhook.enabled());
            update.setString(5, webhook.nonce());
            set(update, 6, webhook.failingSince());
            update.setString(7, webhook.disabledWhy().orElse(null));
            update.setString(8, webhook.former().map(Webhook.Former::nonce).orElse(null));
            set(update, 9, webhook.former().map(Webhook.Former::renewed));
            update.setString(10, webhook.id());
            update.executeUpdate();
        }
        if (!webhook.enabled()) {
            Selection.change(connection, GIVE_UP, webhook.id());
        }
    }

    private static void set(PreparedStatement update, int place, Optional<Instant> instant) throws SQLException {
        if (instant.isPresent()) {
            update.setObject(place, time(instant.get()));
        } else {
            update.setNull(place, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }

    @Override
    public boolean remove(TenantId tenant, String id) {
        return database.inTransaction(connection -> Selection.change(connection, DELETE, id, tenant.value()) == 1);
    }

    private static Webhook read(ResultSet row) throws SQLException {
        Optional<Instant> renewed = instant(row, "renewed_at");
        Optional<String> former = Optional.ofNullable(row.getString("former_nonce"));
        return new Webhook(
                row.getString("webhook"),
                new TenantId(row.getString("tenant")),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getString("description"),
                row.getBoolean("enabled"),
                row.getString("nonce"),
                former.flatMap(nonce -> renewed.map(at -> new Webhook.Former(nonce, at))),
                instant(row, "failing_since"),
                Optional.ofNullable(row.getString("disabled_why")),
                InvitationTable.instant(row, "created_at"));
    }
}
