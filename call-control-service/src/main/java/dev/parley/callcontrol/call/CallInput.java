package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.LegInput;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;

/** What comes to a call. */
public sealed interface CallInput {
    record ToLeg(LegId leg, LegInput input) implements CallInput {}

    record Commanded(CallCommand command) implements CallInput {}

    /** A key, heard in RTP; those that come by SIP are the leg's business. */
    record Pressed(RoomId room, LegId leg, String digit) implements CallInput {
        /** Without the key, which may be part of a secret. */
        @Override
        public String toString() {
            return "Pressed[leg=" + leg + "]";
        }
    }

    /** The outside call that wanted to begin would be one too many. */
    record NotAdmitted(LegId leg) implements CallInput {}

    /** The call has waited long enough for what it was waiting for. */
    record PatienceOver() implements CallInput {}
}
