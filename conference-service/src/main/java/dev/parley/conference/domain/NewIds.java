package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;

/**
 * Identities that nobody has yet, should a command need them.
 *
 * @param otherParticipant where two come in at once
 * @param otherRecording where two recordings begin at once
 * @param request begins the names of what is asked of media-adapter
 */
public record NewIds(
        ConferenceId conference,
        ParticipantId participant,
        LegId leg,
        InvitationId invitation,
        RecordingId recording,
        ConsultationId consultation,
        ParticipantId otherParticipant,
        RecordingId otherRecording,
        String request) {}
