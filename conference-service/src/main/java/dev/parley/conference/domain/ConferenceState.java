package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;

/**
 * A room, and the conference in it while there is one.
 *
 * <pre>
 *            arrives                    first is let in
 *   Idle ──────────────▶ Gathering ──────────────────────▶ Live ─┐ others arrive, are let in, leave
 *    ▲                    │    ▲                            │  ◀─┘
 *    └────────────────────┘    └────────────────────────────┤ last one left, others still enter their PIN
 *        nobody here any more                               │
 *    ▲                                                      │
 *    └──────────────────────────────────────────────────────┘ last one left
 * </pre>
 *
 * <p>What a single leg goes through meanwhile: {@link Leg}.
 */
public sealed interface ConferenceState {
    /** Revision of the newest audio plan; grows as long as the room exists, over all its conferences. */
    long revision();

    Roster roster();

    /** Nobody is here. */
    record Idle(long revision) implements ConferenceState {
        public static final Idle NEW = new Idle(0);

        @Override
        public Roster roster() {
            return Roster.EMPTY;
        }
    }

    /** Somebody is here. */
    sealed interface Occupied extends ConferenceState {
        /** As it was when the newest leg arrived. */
        RoomPolicy policy();

        Occupied withRoster(Roster roster);

        Occupied withPolicy(RoomPolicy policy);

        Occupied withNextRevision();
    }

    /** Legs are being answered or enter their PIN; no conference yet. */
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
        public Gathering withNextRevision() {
            return new Gathering(revision + 1, policy, roster);
        }
    }

    /**
     * A conference goes on.
     *
     * @param sequence number of the last event told about this conference
     */
    record Live(long revision, RoomPolicy policy, Roster roster, ConferenceId conference, long sequence)
            implements Occupied {
        @Override
        public Live withRoster(Roster newRoster) {
            return new Live(revision, policy, newRoster, conference, sequence);
        }

        @Override
        public Live withPolicy(RoomPolicy newPolicy) {
            return new Live(revision, newPolicy, roster, conference, sequence);
        }

        @Override
        public Live withNextRevision() {
            return new Live(revision + 1, policy, roster, conference, sequence);
        }

        Live withSequence(long newSequence) {
            return new Live(revision, policy, roster, conference, newSequence);
        }
    }
}
