package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.Destination.CallBack;
import dev.parley.callcontrol.leg.Leg;
import java.time.Instant;

/**
 * Somebody who called, and whom we call back.
 *
 * @param caller the leg to that party; planned until the delay is over
 * @param due when the delay is over
 * @param opened whether media-adapter has been asked for its media
 */
public record CallbackCall(Leg caller, Particulars about, CallBack order, Instant due, boolean opened) implements Call {
    CallbackCall with(Leg next) {
        return new CallbackCall(next, about, order, due, opened);
    }

    CallbackCall open() {
        return new CallbackCall(caller, about, order, due, true);
    }

    /** One caller has one callback of one number at a time. */
    public String wish() {
        return wish(order);
    }

    /** {@link #wish()} before there is a call for it. */
    public static String wish(CallBack order) {
        return order.tenant() + "/" + order.number() + "/" + order.back().number();
    }
}
