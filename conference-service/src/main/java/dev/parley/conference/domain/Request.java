package dev.parley.conference.domain;

import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks of a conference. By the API it comes as it is; what keys mean becomes the same (R23). Whether the
 * one who asks may do so is settled before.
 */
public sealed interface Request extends ConferenceCommand {
    /** About one participant. */
    sealed interface OfParticipant extends Request {
        ParticipantId participant();
    }

    record Mute(ParticipantId participant, Muting by) implements OfParticipant {}

    record Unmute(ParticipantId participant, Muting by) implements OfParticipant {}

    /** Let it hear nobody. */
    record Deafen(ParticipantId participant) implements OfParticipant {}

    record Undeafen(ParticipantId participant) implements OfParticipant {}

    /** Let it wait with music, neither hearing nor heard. */
    record PutOnHold(ParticipantId participant) implements OfParticipant {}

    record TakeOffHold(ParticipantId participant) implements OfParticipant {}

    record Kick(ParticipantId participant) implements OfParticipant {}

    record AssignRole(ParticipantId participant, Role role) implements OfParticipant {}

    /** All who are no moderators, and whoever joins later. */
    record MuteAll() implements Request {}

    record UnmuteAll() implements Request {}

    record Lock() implements Request {}

    record Unlock() implements Request {}

    record StartRecording() implements Request {}

    record StopRecording() implements Request {}

    /** End it for all. */
    record End() implements Request {}

    /**
     * Say something.
     *
     * @param participant to whom; none: to all
     */
    record Announce(List<Prompt> prompts, Optional<ParticipantId> participant) implements Request {
        public Announce {
            prompts = List.copyOf(prompts);
        }
    }

    /**
     * Bring somebody in; {@link Facts#dialling()} says who that is.
     *
     * @param number as it was dialled
     * @param earlyMedia whether the room hears what comes before the answer (R14)
     */
    record Invite(String number, Role role, CallerId caller, boolean earlyMedia, Duration ring) implements Request {
        /** Without the numbers. */
        @Override
        public String toString() {
            return "Invite[role=" + role + "]";
        }
    }

    record CancelInvitation(InvitationId invitation) implements Request {}

    /**
     * Let a moderator go aside, and call somebody in private (R16).
     *
     * @param number as it was dialled, {@link Facts#dialling()} says who that is; none: it is dialled by keys
     * @param ring how long it may ring, where an answer can be told from ringing
     */
    record Consult(ParticipantId participant, Optional<String> number, Duration ring) implements Request {
        /** Without the number. */
        @Override
        public String toString() {
            return "Consult[participant=" + participant + "]";
        }
    }

    /** Bring in whoever was called in private (R17). */
    record MergeConsultation(ConsultationId consultation) implements Request {}

    /** Let who is aside come back alone (R18). */
    record EndConsultation(ConsultationId consultation) implements Request {}
}
