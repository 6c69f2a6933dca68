package dev.parley.conference.adapter.out.metrics;

import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.Figures;
import dev.parley.conference.application.Watcher;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.Rejection;
import dev.parley.contracts.id.RoomId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;

/** The metrics {@code parley_conference_*}, and the log lines of conferences. Thread-safe. */
@ApplicationScoped
public class Meters implements Watcher {
    private static final Logger LOG = Logger.getLogger(Meters.class);

    private final MeterRegistry registry;
    private final Database database;
    private final Timer commands;
    private final Counter repeated;
    private volatile Figures figures = Figures.NONE;

    Meters(MeterRegistry registry, Database database) {
        this.registry = registry;
        this.database = database;
        this.commands = Timer.builder("parley_conference_command")
                .description("From the record read to its messages handed on")
                .publishPercentileHistogram()
                .register(registry);
        this.repeated = Counter.builder("parley_conference_repeated")
                .description("Records that had been consumed before")
                .register(registry);
        gauge("parley_conference_live", "Conferences that go on", Figures::conferences);
        gauge("parley_conference_participants", "Participants in them", Figures::participants);
        gauge("parley_conference_outbox_waiting", "Messages not yet known to have arrived", Figures::waiting);
        gauge("parley_conference_outbox_lag_seconds", "Age of the oldest of them", Figures::oldestSeconds);
    }

    private void gauge(String name, String description, ToDoubleFunction<Figures> value) {
        Gauge.builder(name, this, meters -> value.applyAsDouble(meters.figures))
                .description(description)
                .register(registry);
    }

    /** Seconds spent on commands in all, by all consumers together. */
    public double workSeconds() {
        return commands.totalTime(TimeUnit.SECONDS);
    }

    /** Asks the database; the gauges show the answer until the next time. */
    public void refresh() {
        figures = Figures.of(database);
    }

    @Override
    public void carriedOut(Duration took) {
        commands.record(took);
    }

    /** What operators look for in the log: when a conference began, and when and why it ended. */
    @Override
    public void happened(RoomId room, List<ConferenceEvent> events) {
        for (ConferenceEvent event : events) {
            if (event instanceof ConferenceStarted started) {
                LOG.infof("conference began conferenceId=%s roomId=%s", started.conference(), room);
            } else if (event instanceof ConferenceEnded ended) {
                LOG.infof(
                        "conference over conferenceId=%s roomId=%s reason=%s",
                        ended.conference(), room, ended.reason());
            }
        }
    }

    @Override
    public void rejected(Rejection reason) {
        Counter.builder("parley_conference_rejections")
                .description("Commands that were refused")
                .tag("reason", reason.name())
                .register(registry)
                .increment();
    }

    @Override
    public void repeated() {
        repeated.increment();
    }
}
