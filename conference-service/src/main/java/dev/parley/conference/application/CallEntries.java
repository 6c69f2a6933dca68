package dev.parley.conference.application;

import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;

/** The records of legs. All of it throws {@link StorageUnavailable}. */
public interface CallEntries {
    /** Keeps it, once. */
    void keep(CallEntry entry);

    /**
     * The newest first.
     *
     * @param viewer also decides by which numbers a record can be found
     */
    List<Kept> find(TenantId tenant, PastQuery query, Viewer viewer);

    Optional<Kept> find(TenantId tenant, LegId leg, Viewer viewer);

    /** For whom records are. */
    enum Viewer {
        /** Sees all numbers. */
        PROVIDER,
        /** Whoever withheld the number is anonymous, except for the tenant's own extensions, whose calls it pays for. */
        TENANT
    }

    /**
     * With what the conference knows of it.
     *
     * @param conference it was in
     * @param refusal why it was not let in: a rejection's name, {@code WRONG_PIN} or {@code NO_PIN}
     */
    record Kept(
            CallEntry entry,
            Optional<ConferenceId> conference,
            Optional<ParticipantId> participant,
            Optional<Role> role,
            Optional<String> refusal) {}
}
