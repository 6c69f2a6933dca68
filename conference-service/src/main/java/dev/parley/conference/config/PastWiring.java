package dev.parley.conference.config;

import dev.parley.conference.adapter.out.postgres.Database;
import dev.parley.conference.adapter.out.postgres.PostgresCallEntries;
import dev.parley.conference.adapter.out.postgres.PostgresPastConferences;
import dev.parley.conference.adapter.out.postgres.PostgresRecordings;
import dev.parley.conference.adapter.out.postgres.PostgresRepetitions;
import dev.parley.conference.application.CallEntries;
import dev.parley.conference.application.PastConferences;
import dev.parley.conference.application.Recordings;
import dev.parley.conference.application.Repetitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts together what is kept of things that are over. */
@ApplicationScoped
public class PastWiring {
    @Produces
    @Singleton
    CallEntries entries(Database database) {
        return new PostgresCallEntries(database);
    }

    @Produces
    @Singleton
    PastConferences past(Database database) {
        return new PostgresPastConferences(database);
    }

    @Produces
    @Singleton
    Repetitions repetitions(Database database) {
        return new PostgresRepetitions(database);
    }

    @Produces
    @Singleton
    Recordings recordings(Database database) {
        return new PostgresRecordings(database);
    }
}
