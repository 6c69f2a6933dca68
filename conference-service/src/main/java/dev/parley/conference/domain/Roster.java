package dev.parley.conference.domain;

import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The legs of a room, each once: in the order in which they came, those who are in after the others. Immutable. */
public record Roster(List<Leg> legs) {
    static final Roster EMPTY = new Roster(List.of());

    public Roster {
        legs = List.copyOf(legs);
    }

    public Optional<Leg> find(LegId id) {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
    }

    Optional<Leg.Member> find(ParticipantId id) {
        return members().stream()
                .filter(member -> member.participant().equals(id))
                .findFirst();
    }

    Optional<Leg.Invited> find(InvitationId id) {
        return invited().stream()
                .filter(leg -> leg.invitation().id().equals(id))
                .findFirst();
    }

    /** With this leg in the place of the one that has its id, or at the end. */
    Roster with(Leg leg) {
        return find(leg.id()).isEmpty()
                ? new Roster(Stream.concat(legs.stream(), Stream.of(leg)).toList())
                : new Roster(legs.stream()
                        .map(old -> old.id().equals(leg.id()) ? leg : old)
                        .toList());
    }

    Roster without(LegId id) {
        return new Roster(legs.stream().filter(leg -> !leg.id().equals(id)).toList());
    }

    /** Without whoever is called in that consultation, and is no participant by now. */
    Roster withoutConsulted(ConsultationId id) {
        return new Roster(legs.stream()
                .filter(leg -> !(leg instanceof Leg.Consulted consulted
                        && consulted.consultation().equals(id)))
                .toList());
    }

    /** In the order in which they joined. */
    public List<Leg.Member> members() {
        return ofKind(Leg.Member.class);
    }

    /** In the order in which they were called. */
    public List<Leg.Invited> invited() {
        return ofKind(Leg.Invited.class);
    }

    private <T extends Leg> List<T> ofKind(Class<T> kind) {
        return legs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean hasModerator() {
        return members().stream().anyMatch(Leg.Member::isModerator);
    }

    /** Seats that are taken, or promised to somebody whose call is being answered, or who is being called. */
    int seatsTaken() {
        return (int) legs.stream().filter(Roster::hasSeat).count();
    }

    private static boolean hasSeat(Leg leg) {
        return switch (leg) {
            case Leg.Opening opening -> !opening.pinRequired();
            case Leg.Member _, Leg.Naming _, Leg.Invited _, Leg.Consulted _ -> true;
            case Leg.EnteringPin _, Leg.Leaving _ -> false;
        };
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }
}
