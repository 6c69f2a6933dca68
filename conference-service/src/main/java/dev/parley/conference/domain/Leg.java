package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;

/** One SIP dialog that has come to a room, and how far it got. */
public sealed interface Leg {
    LegId id();

    /** The call-control instance that holds the dialog. */
    int instance();

    /** Who calls, as the edge has verified it. */
    String number();

    /** Whether the phone has put us on hold. */
    boolean held();

    Leg withHeld(boolean heldNow);

    /** Is being answered. Without a PIN it has a seat already, so that admission is atomic (R8). */
    record Opening(LegId id, int instance, String number, boolean held, boolean pinRequired) implements Leg {
        @Override
        public Opening withHeld(boolean heldNow) {
            return new Opening(id, instance, number, heldNow, pinRequired);
        }
    }

    /** Is answered, and alone with the prompt that asks for a PIN; it has no seat. */
    record EnteringPin(LegId id, int instance, String number, boolean held, PinEntry entry) implements Leg {
        @Override
        public EnteringPin withHeld(boolean heldNow) {
            return new EnteringPin(id, instance, number, heldNow, entry);
        }

        EnteringPin withEntry(PinEntry newEntry) {
            return new EnteringPin(id, instance, number, held, newEntry);
        }
    }

    /** Is in the conference and in its audio. */
    record Member(LegId id, int instance, String number, boolean held, ParticipantId participant, Role role)
            implements Leg {
        @Override
        public Member withHeld(boolean heldNow) {
            return new Member(id, instance, number, heldNow, participant, role);
        }
    }

    /** Was not let in; hears why, and is hung up on. */
    record Leaving(LegId id, int instance, String number, boolean held) implements Leg {
        @Override
        public Leaving withHeld(boolean heldNow) {
            return new Leaving(id, instance, number, heldNow);
        }
    }
}
