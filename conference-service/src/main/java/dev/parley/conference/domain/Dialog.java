package dev.parley.conference.domain;

import dev.parley.contracts.id.LegId;

/**
 * One SIP dialog, as far as a room knows it.
 *
 * @param instance the call-control instance that holds it
 * @param held whether the phone has put us on hold
 */
public record Dialog(LegId id, int instance, Party party, boolean held) {
    Dialog withHeld(boolean heldNow) {
        return new Dialog(id, instance, party, heldNow);
    }
}
