package dev.parley.conference.domain;

import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.util.Optional;

/**
 * A participant is aside, out of the room's hearing, to talk with somebody in private (R16–R20).
 *
 * <pre>
 *            number               rings          is heard            answers
 *   COLLECTING ────▶ DIALLING ──────────▶ RINGING ──────▶ EARLY_MEDIA ──────▶ TALKING
 *     ▲    │             └───────────────────────────────────────────────────────▲   (each may be skipped)
 *     └────┘
 *   not to be called
 *
 *   merged:     the owner is back with the called party: in EARLY_MEDIA as an invitation that goes on, in TALKING as a participant
 *   returned:   the owner is back alone, from any stage; also when nothing is dialled for a while
 *   failed:     busy, refused, not answered, not to be reached: the owner is back, and hears why
 *   hung up:    the called party has gone, after the answer: the owner is back, and hears so
 *   abandoned:  the owner is no longer in the conference, or it is over
 * </pre>
 *
 * <p>The owner stays a participant all the time. Whatever ends it ends the called leg, unless they are merged.
 *
 * @param called the leg that was called; none while nothing is dialled
 * @param supervised whether an answer can be told from ringing (R20)
 */
public record Consultation(
        ConsultationId id, ParticipantId owner, ConsultationStage stage, Optional<LegId> called, boolean supervised) {
    static Consultation begun(ConsultationId id, ParticipantId owner) {
        return new Consultation(id, owner, ConsultationStage.COLLECTING, Optional.empty(), true);
    }

    Consultation dialled(LegId leg, boolean isSupervised) {
        return new Consultation(id, owner, ConsultationStage.DIALLING, Optional.of(leg), isSupervised);
    }

    Consultation at(ConsultationStage newStage) {
        return new Consultation(id, owner, newStage, called, supervised);
    }

    boolean isCollecting() {
        return stage == ConsultationStage.COLLECTING;
    }
}
