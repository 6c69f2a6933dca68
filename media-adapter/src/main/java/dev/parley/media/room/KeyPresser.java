package dev.parley.media.room;

import dev.parley.media.leg.Gateway;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.Rtpengine;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Presses keys towards a telephone. rtpengine queues them, so that they come one after the other. Only the first takes
 * something to be made ready, so that G.711 is not coded anew for legs that never get a key.
 */
final class KeyPresser {
    private static final Logger LOG = Logger.getLogger(KeyPresser.class);
    /** Tones are put behind audio: until a packet has been coded there is nothing to put them behind (measured). */
    private static final Duration MAKING_READY = Duration.ofMillis(60);

    private final Gateway gateway;
    private final PromptPlayer.Alarm alarm;

    KeyPresser(Rtpengine rtpengine, PromptPlayer.Alarm alarm) {
        this.gateway = new Gateway(rtpengine);
        this.alarm = alarm;
    }

    void press(Room room, Leg leg, String digit) {
        if (leg.isReadyForKeys()) {
            send(room, leg, digit);
        } else if (leg.waits(digit)) {
            tellIfNotDone(
                    room, leg, gateway.makeReadyForKeys(room.call(), leg.id().value()));
            alarm.after(MAKING_READY, room, () -> {
                if (room.leg(leg.id()).isPresent()) {
                    leg.becomesReadyForKeys().forEach(waited -> send(room, leg, waited));
                }
            });
        }
    }

    private void send(Room room, Leg leg, String digit) {
        tellIfNotDone(room, leg, gateway.press(room.call(), leg.id().value(), digit));
    }

    /** The key itself may be part of a secret and is not logged. */
    private static void tellIfNotDone(Room room, Leg leg, NgReply reply) {
        switch (reply) {
            case NgReply.Done _ -> {}
            case NgReply.Refused(String reason) ->
                LOG.warnf("key not sent: %s roomId=%s legId=%s", reason, room.id(), leg.id());
            case NgReply.Silent() ->
                LOG.warnf("key not sent, rtpengine did not answer roomId=%s legId=%s", room.id(), leg.id());
        }
    }
}
