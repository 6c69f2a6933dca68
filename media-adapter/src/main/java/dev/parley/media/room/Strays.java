package dev.parley.media.room;

import dev.parley.media.rtpengine.ObservedRoom;
import dev.parley.media.rtpengine.Rtpengine;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Takes away what rtpengine has of a room and nobody wants any more. */
final class Strays {
    private static final Logger LOG = Logger.getLogger(Strays.class);

    private final Rtpengine rtpengine;
    private final LegDesk desk;
    private final Plans plans;
    private final Supplier<Instant> clock;
    private final Instant from;

    /** @param from when all plans have been read; before that, no leg is taken away */
    Strays(Rtpengine rtpengine, LegDesk desk, Plans plans, Supplier<Instant> clock, Instant from) {
        this.rtpengine = rtpengine;
        this.desk = desk;
        this.plans = plans;
        this.clock = clock;
        this.from = from;
    }

    void takeAway(Room room, ObservedRoom observed) {
        room.strays(observed).forEach(party -> {
            LOG.infof("party without a leg taken away roomId=%s party=%s", room.id(), party);
            rtpengine.remove(room.call(), party);
        });
        if (clock.get().isAfter(from)) {
            for (Leg leg : List.copyOf(room.legs())) {
                if (leg.isAdopted() && !isPlanned(room, leg)) {
                    LOG.infof("leg that nobody plans for taken away roomId=%s legId=%s", room.id(), leg.id());
                    desk.close(room, leg);
                }
            }
        }
        if (room.isEmpty() && !observed.parties().isEmpty()) {
            rtpengine.delete(room.call());
        }
    }

    private boolean isPlanned(Room room, Leg leg) {
        return plans.of(room.id()).stream()
                .flatMap(plan -> plan.legs().stream())
                .anyMatch(planned -> planned.leg().equals(leg.id()));
    }
}
