package dev.parley.conference.domain;

import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.ParticipantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everybody who is aside, in the order in which they went; each once. Immutable. */
public record Consultations(List<Consultation> all) {
    public static final Consultations NONE = new Consultations(List.of());

    public Consultations {
        all = List.copyOf(all);
    }

    public Optional<Consultation> find(ConsultationId id) {
        return all.stream().filter(consultation -> consultation.id().equals(id)).findFirst();
    }

    public Optional<Consultation> of(ParticipantId owner) {
        return all.stream()
                .filter(consultation -> consultation.owner().equals(owner))
                .findFirst();
    }

    /** With this one in the place of the one that has its id, or at the end. */
    Consultations with(Consultation changed) {
        return find(changed.id()).isEmpty()
                ? new Consultations(
                        Stream.concat(all.stream(), Stream.of(changed)).toList())
                : new Consultations(all.stream()
                        .map(old -> old.id().equals(changed.id()) ? changed : old)
                        .toList());
    }

    Consultations without(ConsultationId id) {
        return new Consultations(all.stream()
                .filter(consultation -> !consultation.id().equals(id))
                .toList());
    }
}
