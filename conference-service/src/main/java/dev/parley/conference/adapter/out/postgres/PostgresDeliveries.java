package dev.parley.conference.adapter.out.postgres;

import static dev.parley.conference.adapter.out.postgres.Selection.change;
import static dev.parley.conference.adapter.out.postgres.Selection.instant;
import static dev.parley.conference.adapter.out.postgres.Selection.time;

import dev.parley.conference.application.Deliveries;
import dev.parley.conference.application.PastQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link Deliveries} in PostgreSQL. Thread-safe. */
public final class PostgresDeliveries implements Deliveries {
    /** Whoever came later than it happened is not told. */
    private static final String TELL = """
            insert into delivery (delivery, webhook, message, strand, kind, payload, state, attempts, due_at, created_at)
            select gen_random_uuid()::text, webhook, ?, ?, ?, ?, 'WAITING', 0, ?, ?
              from webhook
             where tenant = ? and enabled and created_at <= ? and (events = '{}' or ? = any (events))
            on conflict (webhook, message) where replay_of is null do nothing""";

    private static final String ADD = """
            insert into delivery (delivery, webhook, message, strand, kind, payload, replay_of, state, attempts, due_at,
                                  created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?)""";
    private static final String DUE = """
            select distinct webhook from delivery join webhook using (webhook)
             where enabled and state = 'WAITING' and due_at <= ?""";

    /** Two who claim at once wait for each other, and the second finds that it is due no more. */
    private static final String CLAIM = """
            update delivery set due_at = ?, attempts = attempts + 1
             where state = 'WAITING' and due_at <= ? and place in (
                   select place from (select distinct on (strand) place, due_at from delivery
                                       where webhook = ? and state = 'WAITING'
                                       order by strand, place) heads
                    where due_at <= ? order by place limit ?)
            returning *""";

    private static final String DELIVERED = """
            update delivery set state = 'DELIVERED', ended_at = ?, status = ?, error = null where delivery = ?""";
    private static final String WELL = "update webhook set failing_since = null where webhook = ?";
    private static final String POSTPONED = "update delivery set due_at = ?, status = ?, error = ? where delivery = ?";
    private static final String UNWELL =
            "update webhook set failing_since = coalesce(failing_since, ?) where webhook = ?";
    private static final String FAILED =
            "update delivery set state = 'FAILED', ended_at = ?, status = ?, error = ? where delivery = ?";
    private static final String DISABLE =
            "update webhook set enabled = false, disabled_why = ? where webhook = ? and enabled";
    private static final String GIVE_UP = """
            update delivery set state = 'FAILED', ended_at = ?, error = coalesce(error, 'The webhook was disabled')
             where webhook = ? and state = 'WAITING'""";
    private static final String FIND = "select * from delivery where webhook = ?";
    private static final String FORGET = "delete from delivery where state <> 'WAITING' and created_at < ?";

    private final Database database;

    public PostgresDeliveries(Database database) {
        this.database = database;
    }

    @Override
    public void tell(News news, Instant now) {
        database.inTransaction(connection -> change(
                connection,
                TELL,
                news.message(),
                news.strand(),
                news.kind(),
                news.payload(),
                time(now),
                time(now),
                news.tenant().value(),
                time(news.happened()),
                news.kind()));
    }

    @Override
    public void add(Delivery delivery) {
        database.inTransaction(connection -> change(
                connection,
                ADD,
                delivery.id(),
                delivery.webhook(),
                delivery.message(),
                delivery.strand(),
                delivery.kind(),
                delivery.payload(),
                delivery.replayOf().orElse(null),
                time(delivery.due()),
                time(delivery.created())));
    }

    @Override
    public List<String> due(Instant now) {
        return database.inTransaction(
                connection -> Selection.of(DUE, time(now)).all(connection, row -> row.getString(1)));
    }

    @Override
    public List<Delivery> claim(String webhook, Instant now, Instant until, int most) {
        return database.inTransaction(
                connection -> Selection.of(CLAIM, time(until), time(now), webhook, time(now), most)
                        .all(connection, PostgresDeliveries::read)
                        .stream()
                        .sorted(Comparator.comparing(Delivery::created))
                        .toList());
    }

    @Override
    public void delivered(Delivery delivery, int status, Instant now) {
        database.inTransaction(connection -> {
            change(connection, DELIVERED, time(now), status, delivery.id());
            return change(connection, WELL, delivery.webhook());
        });
    }

    @Override
    public void postponed(Delivery delivery, Attempt attempt, Instant due, Instant now) {
        database.inTransaction(connection -> {
            end(connection, POSTPONED, due, attempt, delivery);
            return change(connection, UNWELL, time(now), delivery.webhook());
        });
    }

    @Override
    public void failed(Delivery delivery, Attempt attempt, Instant now) {
        database.inTransaction(connection -> end(connection, FAILED, now, attempt, delivery));
    }

    private static int end(Connection connection, String statement, Instant when, Attempt attempt, Delivery delivery)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, time(when));
            if (attempt.status().isPresent()) {
                update.setInt(2, attempt.status().getAsInt());
            } else {
                update.setNull(2, Types.INTEGER);
            }
            update.setString(3, attempt.error());
            update.setString(4, delivery.id());
            return update.executeUpdate();
        }
    }

    @Override
    public void disable(String webhook, String why, Instant now) {
        database.inTransaction(connection -> {
            change(connection, DISABLE, why, webhook);
            return change(connection, GIVE_UP, time(now), webhook);
        });
    }

    @Override
    public List<Delivery> find(String webhook, PastQuery query) {
        Selection selection = Selection.of(FIND, webhook).page(query, "created_at", "delivery");
        return database.inTransaction(connection -> selection.all(connection, PostgresDeliveries::read));
    }

    @Override
    public Optional<Delivery> find(String webhook, String id) {
        Selection selection = Selection.of(FIND, webhook).and("delivery = ?", id);
        return database.inTransaction(connection -> selection.first(connection, PostgresDeliveries::read));
    }

    @Override
    public int forget(Instant before) {
        return database.inTransaction(connection -> change(connection, FORGET, time(before)));
    }

    private static Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("delivery"),
                row.getString("webhook"),
                row.getString("message"),
                row.getString("strand"),
                row.getString("kind"),
                row.getString("payload"),
                Optional.ofNullable(row.getString("replay_of")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                InvitationTable.instant(row, "due_at"),
                InvitationTable.instant(row, "created_at"),
                instant(row, "ended_at"),
                Selection.number(row, "status"),
                Optional.ofNullable(row.getString("error")));
    }
}
