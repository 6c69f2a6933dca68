package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.LegInput;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;

/** What comes to a call. */
public sealed interface CallInput {
    record ToLeg(LegId leg, LegInput input) implements CallInput {}

    record Commanded(CallCommand command) implements CallInput {}

    /** The call has waited long enough for what it was waiting for. */
    record PatienceOver() implements CallInput {}
}
