package dev.parley.media.room;

import dev.parley.media.leg.Gateway;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.Rtpengine;
import org.jboss.logging.Logger;

/** Presses keys towards a telephone. rtpengine queues them, so that they come one after the other. */
final class KeyPresser {
    private static final Logger LOG = Logger.getLogger(KeyPresser.class);

    private final Gateway gateway;

    KeyPresser(Rtpengine rtpengine) {
        this.gateway = new Gateway(rtpengine);
    }

    /** The key itself may be part of a secret and is not logged. */
    void press(Room room, Leg leg, String digit) {
        String party = leg.id().value();
        if (!leg.isReadyForKeys() && isDone(room, leg, gateway.makeReadyForKeys(room.call(), party))) {
            leg.becomesReadyForKeys();
        }
        isDone(room, leg, gateway.press(room.call(), party, digit));
    }

    private static boolean isDone(Room room, Leg leg, NgReply reply) {
        return switch (reply) {
            case NgReply.Done _ -> true;
            case NgReply.Refused(String reason) -> {
                LOG.warnf("key not sent: %s roomId=%s legId=%s", reason, room.id(), leg.id());
                yield false;
            }
            case NgReply.Silent() -> {
                LOG.warnf("key not sent, rtpengine did not answer roomId=%s legId=%s", room.id(), leg.id());
                yield false;
            }
        };
    }
}
