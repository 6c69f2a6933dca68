package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.id.LegId;

/**
 * An INVITE that made it through the door, with all that has to be drawn or looked up for it.
 *
 * @param second the id of the leg to the called party, if there will be one
 * @param contact our Contact value towards the caller
 */
public record Arrival(
        SipRequest invite,
        LegId leg,
        LegId second,
        String contact,
        Caller caller,
        String dialled,
        String language,
        Destination destination) {}
