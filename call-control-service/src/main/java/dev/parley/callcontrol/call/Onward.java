package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.Destination;
import java.time.Instant;

/** Connects a caller to a destination, whatever has been tried for it before. */
@FunctionalInterface
interface Onward {
    CallStep<? extends Call> connect(CallerSide side, Particulars about, Destination destination, Instant now);
}
