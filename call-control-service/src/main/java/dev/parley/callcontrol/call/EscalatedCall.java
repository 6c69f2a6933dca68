package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two who had a call of their own and are in a conference now: each is a leg of it like any other, and goes when it likes.
 *
 * @param party the one that had been called; what it counts against goes on counting
 * @param former the room of their call, where their audio still is
 */
public record EscalatedCall(ConferenceCall one, ConferenceCall other, Called party, RoomId former) implements Call {

    static EscalatedCall of(TwoPartyCall call, RoomId room) {
        return new EscalatedCall(
                member(call.caller(), room, call), member(call.called(), room, call), call.party(), call.room());
    }

    private static ConferenceCall member(Leg leg, RoomId room, TwoPartyCall call) {
        Leg there = leg instanceof Leg.Up up ? up.on(up.line().in(room)) : leg;
        return new ConferenceCall(there, call.about().language(), call.room());
    }

    @Override
    public Leg caller() {
        return one.caller();
    }

    @Override
    public List<Leg> legs() {
        return List.of(one.caller(), other.caller());
    }

    /** Whoever has this leg, as long as it is there. */
    Optional<ConferenceCall> member(LegId leg) {
        return Stream.of(one, other)
                .filter(member -> member.caller().id().equals(leg) && !member.over())
                .findFirst();
    }

    EscalatedCall with(ConferenceCall member) {
        return member.id().equals(one.id())
                ? new EscalatedCall(member, other, party, former)
                : new EscalatedCall(one, member, party, former);
    }
}
