package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The legs of a room in the order in which they came; each leg once. Immutable. */
public record Roster(List<Leg> legs) {
    static final Roster EMPTY = new Roster(List.of());

    public Roster {
        legs = List.copyOf(legs);
    }

    public Optional<Leg> find(LegId id) {
        return legs.stream().filter(leg -> leg.id().equals(id)).findFirst();
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

    public List<Leg.Member> members() {
        return legs.stream()
                .filter(Leg.Member.class::isInstance)
                .map(Leg.Member.class::cast)
                .toList();
    }

    /** Seats that are taken, or promised to somebody whose call is being answered. */
    int seatsTaken() {
        return (int) legs.stream().filter(Roster::hasSeat).count();
    }

    private static boolean hasSeat(Leg leg) {
        return switch (leg) {
            case Leg.Opening opening -> !opening.pinRequired();
            case Leg.Member _ -> true;
            case Leg.EnteringPin _, Leg.Leaving _ -> false;
        };
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }
}
