package dev.parley.conference.domain;

import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.ParticipantId;
import java.util.Optional;

/**
 * An attempt to bring somebody in.
 *
 * @param inviter who asked for it at the keypad; none: the API did
 * @param role that the called party will have
 * @param earlyMedia whether the room hears what comes before the answer (R14)
 */
public record Invitation(InvitationId id, Optional<ParticipantId> inviter, Role role, boolean earlyMedia) {
    boolean isOf(ParticipantId participant) {
        return inviter.filter(participant::equals).isPresent();
    }
}
