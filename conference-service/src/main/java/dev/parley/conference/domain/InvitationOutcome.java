package dev.parley.conference.domain;

import dev.parley.contracts.id.ParticipantId;
import java.util.OptionalInt;

/** What became of an invitation; there is exactly one for each (R27). */
public sealed interface InvitationOutcome {
    /** Somebody came in. */
    record Answered(ParticipantId participant) implements InvitationOutcome {}

    /**
     * Nobody came in.
     *
     * @param status the SIP answer, where there was one
     */
    record Failed(CallFailure failure, OptionalInt status) implements InvitationOutcome {}

    /** It was taken back. */
    record Cancelled() implements InvitationOutcome {}
}
