package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.InvitationOutcome;
import dev.parley.conference.domain.InvitationStage;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A look at the conferences that go on, without changing any. All of it throws {@link StorageUnavailable}. */
public interface LiveConferences {
    /** The conference in this room, all of it as of one moment; none: there is no conference. */
    Optional<Closeup> find(RoomId room);

    /**
     * The tenant's conferences, by the names of their rooms.
     *
     * @param after only rooms whose name comes after this one
     * @param limit so many at most
     */
    List<Sight> ofTenant(TenantId tenant, String after, int limit);

    /** An invitation into this room, whatever became of it. */
    Optional<Invited> invitation(RoomId room, InvitationId invitation);

    /** When the conference began, over or not; none: this room never had it. */
    Optional<Instant> began(RoomId room, ConferenceId conference);

    /** A conference that goes on. */
    record Sight(RoomId room, ConferenceState.Live state, Instant began) {}

    /**
     * A conference that goes on, and its people.
     *
     * @param joined when each participant came in
     * @param invitations those without an outcome yet, in the order in which they were asked for
     */
    record Closeup(Sight sight, Map<ParticipantId, Instant> joined, List<Invited> invitations) {
        public Closeup {
            joined = Map.copyOf(joined);
            invitations = List.copyOf(invitations);
        }
    }

    /**
     * Somebody who was called.
     *
     * @param inviter none: the API
     * @param stage how far it got before the outcome
     */
    record Invited(
            InvitationId id,
            LegId leg,
            String number,
            Role role,
            Optional<ParticipantId> inviter,
            boolean earlyMedia,
            InvitationStage stage,
            Optional<InvitationOutcome> outcome,
            Instant requested,
            Optional<Instant> ended) {}
}
