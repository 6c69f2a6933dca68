package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;

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
 * were invited into an empty room. What a single leg goes through meanwhile: {@link Leg}.
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

        Occupied withRoster(Roster roster);

        Occupied withPolicy(RoomPolicy policy);

        @Override
        Occupied withRevision(long revision);
    }

    /** Legs are being answered, enter their PIN or say their name, or hear why they are not in; no conference. */
    record Gathering(long revision, RoomPolicy policy, Roster roster) implements Occupied {
        @Override
        public Gathering withRoster(Roster newRoster) {
            return new Gathering(revision, policy, newRoster);
        }

        @Override
        public Gathering withPolicy(RoomPolicy newPolicy) {
            return new Gathering(revision, newPolicy, roster);
        }

        @Override
        public Gathering withRevision(long newRevision) {
            return new Gathering(newRevision, policy, roster);
        }
    }

    /**
     * A conference goes on.
     *
     * @param sequence number of the last event told about this conference
     */
    record Live(long revision, RoomPolicy policy, Roster roster, ConferenceId conference, long sequence, Course course)
            implements Occupied {
        @Override
        public Live withRoster(Roster newRoster) {
            return new Live(revision, policy, newRoster, conference, sequence, course);
        }

        @Override
        public Live withPolicy(RoomPolicy newPolicy) {
            return new Live(revision, newPolicy, roster, conference, sequence, course);
        }

        @Override
        public Live withRevision(long newRevision) {
            return new Live(newRevision, policy, roster, conference, sequence, course);
        }

        Live withSequence(long newSequence) {
            return new Live(revision, policy, roster, conference, newSequence, course);
        }

        Live withCourse(Course newCourse) {
            return new Live(revision, policy, roster, conference, sequence, newCourse);
        }

        /** Whether nobody is in and nobody is being called. */
        boolean isDeserted() {
            return roster.members().isEmpty() && roster.invited().isEmpty();
        }
    }
}
