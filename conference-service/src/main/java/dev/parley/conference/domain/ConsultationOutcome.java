package dev.parley.conference.domain;

import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.ParticipantId;
import java.util.OptionalInt;

/** What became of a consultation; there is exactly one for each. */
public sealed interface ConsultationOutcome {
    /** The called party had answered, and is in. */
    record Merged(ParticipantId participant) implements ConsultationOutcome {}

    /** The called party had not answered; the room hears what comes before the answer, as of any invitation. */
    record MergedEarly(InvitationId invitation) implements ConsultationOutcome {}

    /** The owner came back alone. */
    record Returned() implements ConsultationOutcome {}

    /** @param status the SIP answer, where there was one */
    record Failed(CallFailure failure, OptionalInt status) implements ConsultationOutcome {}

    /** The called party has gone after the answer. */
    record HungUp() implements ConsultationOutcome {}

    /** The owner is no longer in the conference. */
    record Abandoned() implements ConsultationOutcome {}
}
