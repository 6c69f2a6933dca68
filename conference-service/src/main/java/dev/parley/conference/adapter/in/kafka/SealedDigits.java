package dev.parley.conference.adapter.in.kafka;

import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.messaging.UnreadableMessage;

/** Opens what keys travel in. What does not open is unreadable. */
final class SealedDigits {
    private final DigitSeal seal;

    SealedDigits(DigitSeal seal) {
        this.seal = seal;
    }

    CallEvent opened(CallEvent event) {
        if (event instanceof CallEvent.EscalationAsked asked) {
            return opened(asked);
        }
        return event instanceof CallEvent.LegDigit(RoomId room, LegId leg, String digit)
                ? new CallEvent.LegDigit(room, leg, open(leg, digit))
                : event;
    }

    private CallEvent opened(CallEvent.EscalationAsked asked) {
        return new CallEvent.EscalationAsked(
                asked.room(),
                asked.call(),
                asked.attempt(),
                asked.instance(),
                asked.presser(),
                asked.other(),
                asked.password().map(password -> open(asked.leg(), password)));
    }

    MediaEvent.OfLeg opened(MediaEvent.OfLeg event) {
        return event instanceof MediaEvent.DigitPressed(RoomId room, LegId leg, String digit)
                ? new MediaEvent.DigitPressed(room, leg, open(leg, digit))
                : event;
    }

    private String open(LegId leg, String sealed) {
        try {
            return seal.open(leg.value(), sealed);
        } catch (IllegalArgumentException e) {
            throw new UnreadableMessage("digit: " + e.getMessage());
        }
    }
}
