package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Two parties in a room that is theirs alone.
 *
 * @param mixed whether the room's plan names both
 * @param closed whether the media has been given back
 * @param keying what its keys are about
 */
public record TwoPartyCall(
        CallerSide side,
        Leg called,
        Called party,
        Particulars about,
        boolean mixed,
        Holds holds,
        boolean closed,
        Keying keying)
        implements Call {
    /** Who has the other on hold. */
    public record Holds(boolean caller, boolean called) {
        static final Holds NONE = new Holds(false, false);
    }

    /**
     * The party to be called.
     *
     * @param uri Request-URI and To
     * @param from our From, without tag
     * @param maxForwards what is left of the caller's
     * @param trunk the trunk by which it leaves
     * @param phone where to look for what is tried when it does not take the call
     * @param toll what it counts against
     * @param diversion who sent the call on, and why (RFC 5806)
     * @param identity none in what an earlier version left
     */
    public record Called(
            String uri,
            String from,
            int maxForwards,
            Optional<String> trunk,
            Optional<Phone> phone,
            Optional<Toll> toll,
            Optional<String> diversion,
            Optional<Identity> identity) {
        /**
         * Who calls, and who is called, whatever the trunk's way of writing numbers is.
         *
         * @param caller what we vouch for, else what is shown; none towards a phone, where From says it
         * @param asserted value of P-Asserted-Identity (RFC 3325)
         * @param withheld whether the caller is anonymous to the called party (RFC 3323)
         */
        public record Identity(Optional<String> caller, String called, Optional<String> asserted, boolean withheld) {}

        /** As it would be shown if it called. */
        Caller asCaller(Function<String, Optional<String>> names) {
            return phone.map(Phone::extension)
                    .map(number -> new Caller(Origin.PHONE, number, names.apply(number), Optional.empty()))
                    .orElseGet(() -> new Caller(Origin.TRUNK, number(), Optional.empty(), trunk));
        }

        private String number() {
            return identity.map(Identity::called)
                    .or(() -> NameAddress.user(uri))
                    .orElse(uri);
        }
    }

    @Override
    public Leg caller() {
        return side.leg();
    }

    @Override
    public List<Leg> legs() {
        return List.of(caller(), called);
    }

    /** Also over when the called party has never been dialled. */
    @Override
    public boolean over() {
        return closed && legs().stream().allMatch(Leg.Gone.class::isInstance);
    }

    RoomId room() {
        return side.room();
    }

    boolean isCaller(LegId leg) {
        return caller().id().equals(leg);
    }

    Optional<Leg> leg(LegId leg) {
        return Stream.of(caller(), called).filter(mine -> mine.id().equals(leg)).findFirst();
    }

    /** Who talks with this one. */
    Leg other(LegId leg) {
        return isCaller(leg) ? called : caller();
    }

    boolean bothUp() {
        return caller() instanceof Leg.Up && called instanceof Leg.Up;
    }

    /** Whether the called party has not taken the call yet. */
    boolean dialling() {
        return called instanceof Leg.Planned || called instanceof Leg.Outgoing;
    }

    TwoPartyCall with(Leg next) {
        return isCaller(next.id())
                ? with(side.with(next))
                : new TwoPartyCall(side, next, party, about, mixed, holds, closed, keying);
    }

    TwoPartyCall with(CallerSide next) {
        return new TwoPartyCall(next, called, party, about, mixed, holds, closed, keying);
    }

    TwoPartyCall with(Holds next) {
        return new TwoPartyCall(side, called, party, about, mixed, next, closed, keying);
    }

    TwoPartyCall planned() {
        return new TwoPartyCall(side.planned(), called, party, about, true, holds, closed, keying);
    }

    TwoPartyCall close() {
        return new TwoPartyCall(side, called, party, about, mixed, holds, true, keying);
    }

    TwoPartyCall with(Keying next) {
        return new TwoPartyCall(side, called, party, about, mixed, holds, closed, next);
    }
}
