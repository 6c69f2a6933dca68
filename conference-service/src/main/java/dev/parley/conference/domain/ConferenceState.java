package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.RoomId;
import java.util.Optional;

/**
 * A room, and the conference in it while there is one.
 *
 * <pre>
 *            arrives                    first is let in
 *   Idle ──────────────▶ Gathering ──────────────────────▶ Live ─┐ others arrive, are called, are let in, leave
 *    ▲  ▲                 │    ▲                            │  ◀─┘
 *    │  └─────────────────┘    └────────────────────────────┤ over, while some still enter their PIN or hear why
 *    │   nobody here any more                               │
 *    │                                                      │
 *    └──────────────────────────────────────────────────────┘ over, nobody here any more
 * </pre>
 *
 * <p>A conference is over when its last participant has left, when it is ended for all, or when nobody of those came who
 * were invited into an empty room. What a single leg goes through meanwhile: {@link Leg}. Who is aside meanwhile:
 * {@link Consultation}. A conference that was a two-party call (R21) begins with both at once; its media stays where the
 * call's was, for as long as anybody is here.
 */
public sealed interface ConferenceState {
    /** Revision of the newest audio plan; grows as long as the room exists, over all its conferences. */
    long revision();

    Roster roster();

    ConferenceState withRevision(long revision);

    /** Nobody is here. */
    record Idle(long revision) implements ConferenceState {
        public static final Idle NEW = new Idle(0);

        @Override
        public Roster roster() {
            return Roster.EMPTY;
        }

        @Override
        public Idle withRevision(long newRevision) {
            return new Idle(newRevision);
        }
    }

    /** Somebody is here, or is being called. */
    sealed interface Occupied extends ConferenceState {
        /** As it was when the newest leg arrived. */
        RoomPolicy policy();

        /** The two-party call in whose media the room's is; none: the room has its own. */
        Optional<RoomId> call();

        Occupied withRoster(Roster roster);

        Occupied withPolicy(RoomPolicy policy);

        @Override
        Occupied withRevision(long revision);
    }

    /** Legs are being answered, enter their PIN or say their name, or hear why they are not in; no conference. */
    record Gathering(long revision, RoomPolicy policy, Roster roster, Optional<RoomId> call) implements Occupied {
        /** With media of its own. */
        public Gathering(long revision, RoomPolicy policy, Roster roster) {
            this(revision, policy, roster, Optional.empty());
        }

        @Override
        public Gathering withRoster(Roster newRoster) {
            return new Gathering(revision, policy, newRoster, call);
        }

        @Override
        public Gathering withPolicy(RoomPolicy newPolicy) {
            return new Gathering(revision, newPolicy, roster, call);
        }

        @Override
        public Gathering withRevision(long newRevision) {
            return new Gathering(newRevision, policy, roster, call);
        }
    }

    /**
     * A conference goes on.
     *
     * @param sequence number of the last event told about this conference
     */
    record Live(
            long revision,
            RoomPolicy policy,
            Roster roster,
            ConferenceId conference,
            long sequence,
            Course course,
            Consultations consultations,
            Optional<RoomId> call)
            implements Occupied {
        /** With nobody aside, and media of its own. */
        public Live(
                long revision,
                RoomPolicy policy,
                Roster roster,
                ConferenceId conference,
                long sequence,
                Course course) {
            this(revision, policy, roster, conference, sequence, course, Consultations.NONE, Optional.empty());
        }

        @Override
        public Live withRoster(Roster newRoster) {
            return new Live(revision, policy, newRoster, conference, sequence, course, consultations, call);
        }

        @Override
        public Live withPolicy(RoomPolicy newPolicy) {
            return new Live(revision, newPolicy, roster, conference, sequence, course, consultations, call);
        }

        @Override
        public Live withRevision(long newRevision) {
            return new Live(newRevision, policy, roster, conference, sequence, course, consultations, call);
        }

        Live withSequence(long newSequence) {
            return new Live(revision, policy, roster, conference, newSequence, course, consultations, call);
        }

        Live withCourse(Course newCourse) {
            return new Live(revision, policy, roster, conference, sequence, newCourse, consultations, call);
        }

        Live withConsultations(Consultations newConsultations) {
            return new Live(revision, policy, roster, conference, sequence, course, newConsultations, call);
        }

        Live withCall(Optional<RoomId> newCall) {
            return new Live(revision, policy, roster, conference, sequence, course, consultations, newCall);
        }

        /** Whether nobody is in and nobody is being called. */
        boolean isDeserted() {
            return roster.members().isEmpty() && roster.invited().isEmpty();
        }
    }
}
