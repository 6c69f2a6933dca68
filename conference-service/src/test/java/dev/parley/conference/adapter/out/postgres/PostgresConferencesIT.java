package dev.parley.conference.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conference.adapter.out.kafka.Historian;
import dev.parley.conference.application.Conferences;
import dev.parley.conference.application.ConferencesContract;
import dev.parley.conference.application.Outbox;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.conference.application.Timers;
import dev.parley.conference.application.Transition;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decision;
import dev.parley.contracts.id.RoomId;
import dev.parley.platform.LocalPostgres;
import dev.parley.testsupport.PostgresResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The contract of the storage on a real PostgreSQL, and what only a real one can do. */
class PostgresConferencesIT implements ConferencesContract {
    private static final String OWNER = "conference";
    private static LocalPostgres postgres;
    private static Database database;
    private static PGSimpleDataSource source;

    @BeforeAll
    static void start() {
        postgres = PostgresResource.startPostgres();
        source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser(OWNER);
        source.setPassword(OWNER);
        Flyway.configure().dataSource(source).schemas(OWNER).load().migrate();
        database = new Database(source);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Override
    public Conferences process() {
        return new PostgresConferences(
                database, SEAL, SCRIBE::write, new Historian(UUID::randomUUID)::write, UUID.randomUUID());
    }

    @Override
    public Outbox outbox() {
        return new PostgresOutbox(database);
    }

    @Override
    public Timers timers() {
        return new PostgresTimers(database);
    }

    @Test
    void aConnectionThatIsCutMidwayStoresNothingAndIsWorthAnotherTry() {
        RoomId room = newRoom();

        assertThatThrownBy(() -> process().change(room, new Trigger.Delivery("calls-0", 0), state -> {
                    cutAllConnections();
                    return unchanged(room, state);
                }))
                .isInstanceOf(StorageUnavailable.class);

        assertThat(process().change(room, new Trigger.Delivery("calls-0", 0), state -> unchanged(room, state)))
                .isInstanceOf(Conferences.Outcome.Stored.class);
    }

    @Test
    void aDatabaseThatIsNotThereIsWorthAnotherTry() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/parley");
        Conferences conferences = new PostgresConferences(
                new Database(nowhere), SEAL, SCRIBE::write, new Historian(UUID::randomUUID)::write, UUID.randomUUID());

        assertThatThrownBy(() -> conferences.change(
                        newRoom(), new Trigger.Delivery("calls-0", 0), state -> unchanged(newRoom(), state)))
                .isInstanceOf(StorageUnavailable.class);
    }

    @Test
    void aStatementThatIsWrongIsABugAndNotTriedAgain() {
        assertThatThrownBy(() -> database.inTransaction(connection ->
                        connection.prepareStatement("select * from nothing").execute()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Transition unchanged(RoomId room, ConferenceState state) {
        return new Transition(room, NOW, new Decision.Accepted(List.of(), List.of()), state);
    }

    private static void cutAllConnections() {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = 'conference' and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
