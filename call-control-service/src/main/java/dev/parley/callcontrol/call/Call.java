package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Line;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Legs that belong together; what happens to one call happens one after the other. */
public sealed interface Call {
    /** The caller's leg; its id is also the call's. */
    Leg caller();

    List<Leg> legs();

    /** All that messages may name, dialled already or not. */
    default List<LegId> legIds() {
        return List.of(caller().id());
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

    /** A leg in a conference room; conference-service owns the room and the leg's media. */
    record ConferenceCall(Leg caller, String language) implements Call {
        @Override
        public List<Leg> legs() {
            return List.of(caller);
        }

        ConferenceCall with(Leg next) {
            return new ConferenceCall(next, language);
        }
    }

    /**
     * A caller who hears why the call fails, and then gets the answer; in a room of its own.
     *
     * @param playing whether the announcement has begun
     */
    record AnnouncedCall(Leg caller, Announcement announcement, boolean playing) implements Call {
        @Override
        public List<Leg> legs() {
            return List.of(caller);
        }

        AnnouncedCall with(Leg next) {
            return new AnnouncedCall(next, announcement, playing);
        }

        AnnouncedCall play() {
            return new AnnouncedCall(caller, announcement, true);
        }
    }

    /**
     * What is said to somebody whose call fails.
     *
     * @param answer the final answer behind it
     * @param arrivedIn the conference room in which the leg arrived, whose owner waits to hear of its end
     */
    record Announcement(String prompt, FinalAnswer answer, String language, Optional<RoomId> arrivedIn) {}

    /**
     * Two parties in a room that is theirs alone.
     *
     * @param called none until media-adapter has made our offer to it
     * @param answer our side of the caller's media, once media-adapter has made it
     * @param revision of the last plan of the room; 0 when there has been none
     * @param closed whether the media has been given back
     */
    record TwoPartyCall(
            Leg caller,
            Line calledLine,
            Optional<Leg> called,
            Called party,
            String language,
            Optional<String> answer,
            long revision,
            Holds holds,
            boolean closed)
            implements Call {
        @Override
        public List<Leg> legs() {
            return Stream.concat(Stream.of(caller), called.stream()).toList();
        }

        @Override
        public List<LegId> legIds() {
            return List.of(caller.id(), calledLine.leg());
        }

        /** Also over when the called party has never been dialled. */
        @Override
        public boolean over() {
            return closed && legs().stream().allMatch(Leg.Gone.class::isInstance);
        }

        RoomId room() {
            return calledLine.room();
        }

        boolean isCaller(LegId leg) {
            return caller.id().equals(leg);
        }

        Optional<Leg> leg(LegId leg) {
            return legs().stream().filter(mine -> mine.id().equals(leg)).findFirst();
        }

        TwoPartyCall with(Leg next) {
            return isCaller(next.id())
                    ? new TwoPartyCall(next, calledLine, called, party, language, answer, revision, holds, closed)
                    : new TwoPartyCall(
                            caller, calledLine, Optional.of(next), party, language, answer, revision, holds, closed);
        }

        TwoPartyCall answering(String sdp) {
            return new TwoPartyCall(
                    caller, calledLine, called, party, language, Optional.of(sdp), revision, holds, closed);
        }

        TwoPartyCall planned() {
            return new TwoPartyCall(caller, calledLine, called, party, language, answer, revision + 1, holds, closed);
        }

        TwoPartyCall with(Holds next) {
            return new TwoPartyCall(caller, calledLine, called, party, language, answer, revision, next, closed);
        }

        TwoPartyCall close() {
            return new TwoPartyCall(caller, calledLine, called, party, language, answer, revision, holds, true);
        }
    }

    /** Who has the other on hold. */
    record Holds(boolean caller, boolean called) {
        static final Holds NONE = new Holds(false, false);
    }

    /**
     * The party to be called.
     *
     * @param uri Request-URI and To
     * @param from our From, without tag
     * @param maxForwards what is left of the caller's
     * @param trunk the trunk by which it leaves
     */
    record Called(String uri, String from, int maxForwards, Optional<String> trunk) {}
}
