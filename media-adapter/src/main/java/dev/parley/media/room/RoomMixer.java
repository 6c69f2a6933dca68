package dev.parley.media.room;

import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.media.leg.Gateway;
import dev.parley.media.mix.Bus;
import dev.parley.media.mix.MixDifference;
import dev.parley.media.mix.MixGraph;
import dev.parley.media.mix.MixPlanner;
import dev.parley.media.mix.MixStep;
import dev.parley.media.ng.NgReply;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.rtpengine.ObservedRoom;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Rtpengine.Player;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes rtpengine's call of a room what the room's plan wants. */
public final class RoomMixer {
    private static final Logger LOG = Logger.getLogger(RoomMixer.class);
    private static final int ATTEMPTS = 3;
    /** Of ten seconds each: longer than any call. */
    private static final int FOREVER = 1_000_000;

    private static final List<String> BUS_CODEC = List.of("PCMU");

    private final Rtpengine rtpengine;
    private final Gateway gateway;
    private final PromptFiles files;
    private final Announcements announcements;

    public RoomMixer(Rtpengine rtpengine, PromptFiles files, Announcements announcements) {
        this.rtpengine = rtpengine;
        this.gateway = new Gateway(rtpengine);
        this.files = files;
        this.announcements = announcements;
    }

    /** Brings edges and ambience to what is wanted; what fails is looked at again, then left to the next reconciling. */
    void settle(Room room) {
        for (int attempt = 0; attempt < ATTEMPTS && !room.isEmpty(); attempt++) {
            buildBus(room);
            playAmbience(room);
            seatAll(room);
            if (connect(room)) {
                return;
            }
            if (observe(room).isEmpty()) {
                return;
            }
        }
    }

    /** Looks at rtpengine and tells of legs that are gone; empty when it does not answer. */
    Optional<ObservedRoom> observe(Room room) {
        Optional<ObservedRoom> observed = switch (rtpengine.query(room.id())) {
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

    private boolean connect(Room room) {
        MixGraph wanted = MixPlanner.plan(room.seats(), room.busParts(), room.plan());
        for (MixStep step : MixDifference.between(room.graph(), wanted)) {
            switch (rtpengine.change(room.id(), step)) {
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
            if (!leg.isSeated() && gateway.build(room.id(), leg.id().value(), leg.media())) {
                leg.sits(true);
                room.becomes(room.graph().withParty(leg.seat().party()));
            }
        }
    }

    private void buildBus(Room room) {
        if (room.busParts().contains(Bus.EAR) && room.busParts().contains(Bus.MOUTH)) {
            return;
        }
        Optional<String> mouth = sdp(rtpengine.create(room.id(), Bus.MOUTH, BUS_CODEC, Player.ALWAYS));
        Optional<String> ear = mouth.flatMap(sdp -> sdp(rtpengine.publish(room.id(), Bus.EAR, sdp)));
        if (ear.isPresent()
                && rtpengine.remote(room.id(), Bus.MOUTH, ear.get(), Player.ALWAYS) instanceof NgReply.Done) {
            room.becomes(room.graph().withParty(Bus.MOUTH).withParty(Bus.EAR));
        } else {
            LOG.warnf("bus could not be built roomId=%s", room.id());
        }
    }

    private void playAmbience(Room room) {
        Ambience wanted = room.wantedAmbience();
        if (!room.busParts().contains(Bus.MOUTH) || room.playing().equals(Optional.of(wanted))) {
            return;
        }
        boolean plays =
                files.ambience(room.id().tenant(), wanted).files().stream().anyMatch(file -> plays(room, file));
        if (plays) {
            room.plays(wanted);
        } else {
            LOG.errorf("legs without speakers get no stream roomId=%s", room.id());
        }
    }

    private boolean plays(Room room, String ambience) {
        return switch (rtpengine.play(room.id(), Bus.MOUTH, ambience, FOREVER)) {
            case NgReply.Done _ -> true;
            case NgReply.Refused(String reason) -> {
                LOG.warnf("ambience not played: %s file=%s roomId=%s", reason, ambience, room.id());
                yield false;
            }
            case NgReply.Silent() -> {
                LOG.warnf("rtpengine did not answer roomId=%s", room.id());
                yield false;
            }
        };
    }

    private static Optional<String> sdp(NgReply reply) {
        return reply instanceof NgReply.Done(var fields) ? fields.text("sdp") : Optional.empty();
    }
}
