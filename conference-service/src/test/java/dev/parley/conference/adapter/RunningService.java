package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.application.RoomPolicies;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A room of its own for each test, between a real Kafka and a real PostgreSQL, and the running service in it. */
abstract class RunningService {
    static final TenantId TENANT = new TenantId("demo");
    static final int INSTANCE = 2;
    static final Duration LONGEST = Duration.ofSeconds(60);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @ConfigProperty(name = "parley.pin-key")
    String pinKey;

    @ConfigProperty(name = "parley.digit-key")
    String digitKey;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @ConfigProperty(name = "quarkus.datasource.username")
    String databaseUser;

    @ConfigProperty(name = "quarkus.datasource.password")
    String databasePassword;

    @Inject
    DataSource database;

    @Inject
    RoomPolicies policies;

    @Inject
    NumberPlan numbers;

    @Inject
    MeterRegistry meters;

    @Inject
    KafkaClientService kafka;

    @TestHTTPResource
    String url;

    final String extension = String.valueOf(Math.abs(UUID.randomUUID().hashCode()));
    final RoomId room = RoomId.ofExtension(TENANT, extension);
    final LegId anna = new LegId("anna-" + extension);
    final LegId ben = new LegId("ben-" + extension);
    Bus bus;

    @BeforeEach
    void connect() throws SQLException {
        bus = new Bus(bootstrapServers);
        // All tests call from one extension, and wrong PINs are counted across calls: the next answer would be slow
        // (R4).
        execute("delete from guess");
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        bus.close();
    }

    /** Not of the service's pool, whose connections a test may cut. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(databaseUrl, databaseUser, databasePassword);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void openRoom(int seats) {
        bus.publish(new ConferenceEntry(
                TENANT, extension, "Room", new ConferenceOptions(Optional.empty(), Optional.empty(), seats, false)));
        awaitKnown();
    }

    void awaitKnown() {
        eventually(() -> assertThat(policies.find(room)).isPresent());
    }

    void awaitReachable(String number) {
        DialledNumber dialled = new DialledNumber(number, Optional.empty());
        eventually(() -> assertThat(numbers.find(TENANT, dialled).to()).isPresent());
    }

    LegArrived arrived(LegId leg) {
        Caller caller = new Caller(Caller.Origin.PHONE, "801", Optional.empty(), Optional.empty());
        return new LegArrived(room, leg, INSTANCE, caller, extension, Optional.of("v=0"));
    }

    static String header(org.apache.kafka.common.header.Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    long count(String sql) throws SQLException {
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, room.value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(LONGEST).untilAsserted(assertion);
    }
}
