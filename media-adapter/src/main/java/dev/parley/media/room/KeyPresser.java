package dev.parley.media.room;

import dev.parley.media.leg.LegParties;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.Rtpengine;
import org.jboss.logging.Logger;

/** Presses keys towards a telephone. rtpengine queues them, so that they come one after the other. */
final class KeyPresser {
    private static final Logger LOG = Logger.getLogger(KeyPresser.class);

    private final Rtpengine rtpengine;

    KeyPresser(Rtpengine rtpengine) {
        this.rtpengine = rtpengine;
    }

    /** The key itself may be part of a secret and is not logged. */
    void press(Room room, Leg leg, String digit) {
        switch (rtpengine.press(room.call(), LegParties.outer(leg.id().value()), digit)) {
            case NgReply.Done _ -> {}
            case NgReply.Refused(String reason) ->
                LOG.warnf("key not sent: %s roomId=%s legId=%s", reason, room.id(), leg.id());
            case NgReply.Silent() ->
                LOG.warnf("key not sent, rtpengine did not answer roomId=%s legId=%s", room.id(), leg.id());
        }
    }
}
