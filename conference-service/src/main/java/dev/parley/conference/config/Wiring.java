package dev.parley.conference.config;

import dev.parley.conference.adapter.in.timer.TimerPoller;
import dev.parley.conference.adapter.out.directory.DirectoryEntries;
import dev.parley.conference.adapter.out.directory.DirectoryNumbers;
import dev.parley.conference.adapter.out.directory.DirectoryRooms;
import dev.parley.conference.adapter.out.kafka.Historian;
import dev.parley.conference.adapter.out.kafka.KafkaCallDesk;
import dev.parley.conference.adapter.out.kafka.KafkaSender;
import dev.parley.conference.adapter.out.kafka.OutboxRelay;
import dev.parley.conference.adapter.out.kafka.Scribe;
import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.PostgresConferences;
import dev.parley.conference.adapter.out.postgres.PostgresLiveConferences;
import dev.parley.conference.adapter.out.postgres.PostgresOutbox;
import dev.parley.conference.adapter.out.postgres.PostgresTallies;
import dev.parley.conference.adapter.out.postgres.PostgresTimers;
import dev.parley.conference.application.CallDesk;
import dev.parley.conference.application.ConferenceService;
import dev.parley.conference.application.Conferences;
import dev.parley.conference.application.FactFinder;
import dev.parley.conference.application.LiveConferences;
import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.application.Outbox;
import dev.parley.conference.application.RoomLocks;
import dev.parley.conference.application.RoomPolicies;
import dev.parley.conference.application.Watcher;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.media.DigitSeal;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Puts the parts together; the only file that knows all of them. */
@ApplicationScoped
public class Wiring {
    /** Longer than the producer's delivery time-out, so that a message is never given up while it may still arrive. */
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(25);

    @Produces
    @Singleton
    RoomLocks locks() {
        return new RoomLocks();
    }

    @Produces
    @Singleton
    Database database(DataSource source) {
        return new Database(source);
    }

    @Produces
    @Singleton
    DigitSeal seal(@ConfigProperty(name = "parley.digit-key") String digitKey) {
        return new DigitSeal(digitKey);
    }

    @Produces
    @Singleton
    Conferences conferences(Database database, DigitSeal seal) {
        return new PostgresConferences(
                database,
                seal,
                new Scribe(UUID::randomUUID, seal)::write,
                new Historian(UUID::randomUUID)::write,
                UUID.randomUUID());
    }

    @Produces
    @Singleton
    LiveConferences live(Database database, DigitSeal seal) {
        return new PostgresLiveConferences(database, seal);
    }

    @Produces
    @Singleton
    Outbox outbox(Database database) {
        return new PostgresOutbox(database);
    }

    @Produces
    @Singleton
    OutboxRelay relay(@Channel("outbox") MutinyEmitter<byte[]> channel, Outbox outbox, RoomLocks locks) {
        return new OutboxRelay(new KafkaSender(channel), outbox, locks, ARRIVES_WITHIN);
    }

    @Produces
    @Singleton
    CallDesk calls(@Channel("outbox") MutinyEmitter<byte[]> channel) {
        return new KafkaCallDesk(new KafkaSender(channel), UUID::randomUUID, InstantSource.system(), ARRIVES_WITHIN);
    }

    @Produces
    @Singleton
    DirectoryEntries entries() {
        return new DirectoryEntries();
    }

    @Produces
    @Singleton
    DirectoryRooms rooms(
            DirectoryEntries entries, @ConfigProperty(name = "parley.pin-key") String pinKey, ConferenceConfig config) {
        return new DirectoryRooms(entries, new PinHash(pinKey), config.pinTries(), config.pinSilence());
    }

    @Produces
    @Singleton
    @Typed(DirectoryNumbers.class)
    DirectoryNumbers numbers(DirectoryEntries entries) {
        return new DirectoryNumbers(entries);
    }

    @Produces
    @Singleton
    FactFinder facts(RoomPolicies policies, NumberPlan numbers, Database database) {
        return new FactFinder(
                policies, numbers, new PostgresTallies(database), InstantSource.system(), UUID::randomUUID);
    }

    @Produces
    @Singleton
    ConferenceService service(
            Conferences conferences, FactFinder facts, OutboxRelay relay, Watcher watcher, RoomLocks locks) {
        return new ConferenceService(conferences, facts, relay, watcher, locks, InstantSource.system());
    }

    @Produces
    @Singleton
    TimerPoller timers(Database database, ConferenceService service) {
        return new TimerPoller(new PostgresTimers(database), service, InstantSource.system());
    }
}
