package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.PastConference;
import dev.parley.conference.application.PastConferences;
import dev.parley.conference.application.PastQuery;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;

/** {@link PastConferences} in the tables {@code conference} and {@code participant}. Thread-safe. */
public final class PostgresPastConferences implements PastConferences {
    private static final String OVER = PastConferenceTable.COLUMNS + " where ended_at is not null and tenant = ?";
    private static final String WITH =
            "exists (select 1 from participant where participant.conference = conference.conference and number = ?)";

    private final Database database;

    public PostgresPastConferences(Database database) {
        this.database = database;
    }

    @Override
    public List<PastConference> find(TenantId tenant, PastQuery query) {
        Selection selection = Selection.of(OVER, tenant.value());
        query.number().ifPresent(number -> selection.and(WITH, number));
        query.room().ifPresent(room -> selection.and("room = ?", tenant + ":" + room));
        selection.page(query, "started_at", "conference");
        return database.inTransaction(
                connection -> selection.all(connection, row -> PastConferenceTable.read(connection, row)));
    }

    @Override
    public Optional<PastConference> find(TenantId tenant, ConferenceId conference) {
        Selection selection = Selection.of(OVER, tenant.value()).and("conference = ?", conference.value());
        return database.inTransaction(
                connection -> selection.first(connection, row -> PastConferenceTable.read(connection, row)));
    }
}
