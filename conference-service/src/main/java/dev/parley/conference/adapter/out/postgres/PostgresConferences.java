package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Conferences;
import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.PastConference;
import dev.parley.conference.application.Transition;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** {@link Conferences} in PostgreSQL: one transaction per change, under a lock on the room's row. Thread-safe. */
public final class PostgresConferences implements Conferences {
    private final Database database;
    private final RoomTable rooms;
    private final Function<Transition, List<Envelope>> scribe;
    private final Function<PastConference, Envelope> historian;
    private final UUID writer;

    /**
     * Prepares access.
     *
     * @param seal hides the PINs that are being entered
     * @param scribe writes down what a transition has to say
     * @param historian writes down what is left of a conference
     * @param writer this process, so that it knows which waiting messages are its own
     */
    public PostgresConferences(
            Database database,
            DigitSeal seal,
            Function<Transition, List<Envelope>> scribe,
            Function<PastConference, Envelope> historian,
            UUID writer) {
        this.database = database;
        this.rooms = new RoomTable(new StateJson(seal));
        this.scribe = scribe;
        this.historian = historian;
        this.writer = writer;
    }

    @Override
    public Outcome change(RoomId room, Trigger trigger, Function<ConferenceState, Transition> step) {
        return database.inTransaction(connection -> changeIn(connection, room, trigger, step));
    }

    private Outcome changeIn(
            Connection connection, RoomId room, Trigger trigger, Function<ConferenceState, Transition> step)
            throws SQLException {
        RoomTable.Row row = rooms.lock(connection, room, writer);
        if (!isNew(connection, row, trigger)) {
            return new Outcome.Repeated();
        }
        Transition transition = step.apply(row.state());
        List<Envelope> envelopes = new ArrayList<>(scribe.apply(transition));
        rooms.store(connection, row.after(transition.after(), trigger));
        TimerTable.apply(connection, transition);
        GuessTable.apply(connection, transition);
        OutsideCallTable.record(connection, transition);
        HistoryTables.record(connection, transition);
        RefusalTable.record(connection, transition);
        PastConferenceTable.close(connection, transition).map(historian).ifPresent(envelopes::add);
        OutboxTable.insert(connection, room, writer, envelopes);
        return new Outcome.Stored(transition, envelopes, row.inheritance());
    }

    private static boolean isNew(Connection connection, RoomTable.Row row, Trigger trigger) throws SQLException {
        return switch (trigger) {
            case Trigger.Delivery delivery -> !row.hasConsumed(delivery);
            case Trigger.Call _ -> true;
            case Trigger.Alarm(var leg, Instant due) -> TimerTable.take(connection, row.room(), leg, due);
        };
    }
}
