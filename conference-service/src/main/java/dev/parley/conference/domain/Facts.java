package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a decision may need of the world.
 *
 * @param room the room's settings in the directory; none when it has no such room (any more)
 * @param pin what the entry that a {@code #} ends is; of no meaning to other commands
 * @param newConference the id of the conference, should this command begin one
 * @param newParticipant the id of the participant, should this command let one in
 */
public record Facts(
        Instant now,
        Optional<RoomPolicy> room,
        PinMatch pin,
        ConferenceId newConference,
        ParticipantId newParticipant) {}
