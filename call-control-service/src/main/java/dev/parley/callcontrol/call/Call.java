package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;

/** Legs that belong together; what happens to one call happens one after the other. */
public sealed interface Call
        permits Call.ConferenceCall,
                Call.AnnouncedCall,
                TwoPartyCall,
                EscalatedCall,
                MenuCall,
                MovingCall,
                CallbackCall,
                PlacedCall {
    /** The caller's leg; its id is also the call's. */
    Leg caller();

    default List<Leg> legs() {
        return List.of(caller());
    }

    /** All that messages may name, dialled already or not. */
    default List<LegId> legIds() {
        return legs().stream().map(Leg::id).toList();
    }

    default String id() {
        return caller().id().value();
    }

    /** Whether the caller still waits for a final answer. */
    default boolean pending() {
        return caller() instanceof Leg.Incoming;
    }

    default boolean over() {
        return legs().stream().allMatch(Leg.Gone.class::isInstance);
    }

    /**
     * A leg in a conference room; conference-service owns the room and the leg's media.
     *
     * @param own the room in which it would hear why it is not let in
     */
    record ConferenceCall(Leg caller, String language, RoomId own) implements Call {
        ConferenceCall with(Leg next) {
            return new ConferenceCall(next, language, own);
        }
    }

    /**
     * A caller who hears why the call fails, and then gets the answer; in a room of its own.
     *
     * @param playing whether the announcement has begun
     */
    record AnnouncedCall(CallerSide side, Announcement announcement, boolean playing) implements Call {
        @Override
        public Leg caller() {
            return side.leg();
        }

        AnnouncedCall with(CallerSide next) {
            return new AnnouncedCall(next, announcement, playing);
        }

        AnnouncedCall play() {
            return new AnnouncedCall(side, announcement, true);
        }
    }

    /**
     * What is said to somebody whose call fails.
     *
     * @param answer the final answer behind it, where the caller has none yet
     * @param arrivedIn the conference room in which the leg arrived, whose owner waits to hear of its end
     * @param taken whether the call is answered before it is said
     * @param wish the callback that comes of it when it is over
     */
    record Announcement(
            String prompt,
            FinalAnswer answer,
            String language,
            Optional<RoomId> arrivedIn,
            boolean taken,
            Optional<Effect.CallBack> wish) {}
}
