package dev.parley.conference.application;

import dev.parley.conference.domain.Guesses;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;

/** What is counted over all rooms and processes. All of it throws {@link StorageUnavailable}. */
public interface Tallies {
    /** Conferences that go on. */
    int conferences(TenantId tenant);

    /** Participants who are in. */
    int participants(TenantId tenant);

    /** Calls placed to the outside that are not over. */
    int outsideCalls(TenantId tenant);

    /** Those of them that this extension asked for. */
    int outsideCallsOf(TenantId tenant, String extension);

    /** Calls to the outside that this extension asked for since then. */
    int outsideCallsSince(TenantId tenant, String extension, Instant then);

    /** Wrong PINs that concern this caller of this room. */
    Guesses guesses(RoomId room, Party caller);
}
