package dev.parley.media.room;

import dev.parley.contracts.media.MediaEvent;
import dev.parley.media.leg.Gateway;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.mix.MixDifference;
import dev.parley.media.mix.MixGraph;
import dev.parley.media.mix.MixPlanner;
import dev.parley.media.mix.MixStep;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.ObservedRoom;
import dev.parley.media.rtpengine.Rtpengine;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes rtpengine's call of a room what the room's plan wants. */
public final class RoomMixer {
    private static final Logger LOG = Logger.getLogger(RoomMixer.class);
    private static final int ATTEMPTS = 3;

    private final Rtpengine rtpengine;
    private final Gateway gateway;
    private final RoomBuses buses;
    private final RoomTaps taps;
    private final Announcements announcements;

    RoomMixer(Rtpengine rtpengine, RoomBuses buses, RoomTaps taps, Announcements announcements) {
        this.rtpengine = rtpengine;
        this.gateway = new Gateway(rtpengine);
        this.buses = buses;
        this.taps = taps;
        this.announcements = announcements;
    }

    /** Brings edges and ambience to what is wanted; what fails is looked at again, then left to the next reconciling. */
    void settle(Room room) {
        for (int attempt = 0; attempt < ATTEMPTS && !room.isEmpty(); attempt++) {
            buses.settle(room);
            seatAll(room);
            taps.settle(room);
            if (connect(room)) {
                return;
            }
            if (observe(room).isEmpty()) {
                return;
            }
        }
    }

    /** The room is over. */
    void end(Room room) {
        taps.end(room);
    }

    /** Looks at rtpengine and tells of legs that are gone; empty when it does not answer. */
    Optional<ObservedRoom> observe(Room room) {
        Optional<ObservedRoom> observed = switch (rtpengine.query(room.call())) {
            case NgReply.Done(var fields) -> Optional.of(ObservedRoom.of(fields));
            case NgReply.Refused(String reason) when Rtpengine.isUnknownCall(reason) -> Optional.of(ObservedRoom.NONE);
            case NgReply.Refused(String reason) -> {
                LOG.warnf("rtpengine does not tell of a room: %s roomId=%s", reason, room.id());
                yield Optional.empty();
            }
            case NgReply.Silent() -> Optional.empty();
        };
        observed.ifPresent(seen -> {
            for (Leg lost : room.believe(seen)) {
                LOG.warnf("leg is gone from rtpengine roomId=%s legId=%s", room.id(), lost.id());
                announcements.event(room.id(), new MediaEvent.LegMediaLost(room.id(), lost.id()));
            }
        });
        return observed;
    }

    /** A telephone that vanished without a BYE is somebody's whole conference partner until it is found (R27). */
    void tellOfSilent(Room room, ObservedRoom observed, Instant now, SilenceWatch.Patience patience) {
        for (Leg leg : room.legs()) {
            ObservedRoom.Party party = observed.parties().get(leg.id().value());
            if (party != null && leg.silence().isFoundGone(party, now, patience)) {
                LOG.warnf("leg has fallen silent on the wire roomId=%s legId=%s", room.id(), leg.id());
                announcements.event(room.id(), new MediaEvent.LegMediaLost(room.id(), leg.id()));
            }
        }
    }

    private boolean connect(Room room) {
        MixGraph wanted = MixPlanner.plan(room.seats(), room.busParts(), room.plan(), room.taps());
        for (MixStep step : MixDifference.between(room.graph(), wanted)) {
            switch (rtpengine.change(room.call(), step)) {
                case NgReply.Done _ -> room.becomes(step.applied(room.graph()));
                case NgReply.Refused(String reason) -> {
                    LOG.warnf("rtpengine refused a step roomId=%s reason=%s", room.id(), reason);
                    return false;
                }
                case NgReply.Silent() -> {
                    LOG.warnf("rtpengine did not answer roomId=%s", room.id());
                    return false;
                }
            }
        }
        return true;
    }

    private void seatAll(Room room) {
        for (Leg leg : room.legs()) {
            if (!leg.isSeated() && gateway.build(room.call(), leg.id().value(), leg.media())) {
                leg.sits(true);
                room.becomes(room.graph()
                        .withParty(leg.seat().ear())
                        .withParty(leg.seat().voice()));
            }
        }
    }
}
