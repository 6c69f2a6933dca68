package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.leg.Leg;
import java.time.Duration;

/**
 * Somebody whom a conference calls, until the answer; then it is a leg in that conference like any other.
 *
 * @param caller the leg to that party: in a call that we place there is no other
 * @param ring how long it may ring
 */
public record PlacedCall(Leg caller, Called party, Duration ring, String language) implements Call {
    PlacedCall with(Leg next) {
        return new PlacedCall(next, party, ring, language);
    }
}
