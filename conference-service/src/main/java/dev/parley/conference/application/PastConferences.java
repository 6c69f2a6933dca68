package dev.parley.conference.application;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;

/** Conferences that are over. All of it throws {@link StorageUnavailable}. */
public interface PastConferences {
    /** The newest first. */
    List<PastConference> find(TenantId tenant, PastQuery query);

    Optional<PastConference> find(TenantId tenant, ConferenceId conference);
}
