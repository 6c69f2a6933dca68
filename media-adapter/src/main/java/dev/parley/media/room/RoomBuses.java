package dev.parley.media.room;

import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.media.leg.NoAnswer;
import dev.parley.media.leg.SteadyHop;
import dev.parley.media.mix.Bus;
import dev.parley.media.mix.MixPlanner;
import dev.parley.media.ng.NgReply;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.prompt.PromptFiles.Prompt;
import dev.parley.media.rtpengine.Rtpengine;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Keeps the buses of a room: silence always, music while somebody is to hear it. */
final class RoomBuses {
    private static final Logger LOG = Logger.getLogger(RoomBuses.class);
    /** Of some seconds each: longer than any call. */
    private static final int FOREVER = 1_000_000;

    private static final List<String> CODEC = List.of("PCMU");

    private final Rtpengine rtpengine;
    private final SteadyHop hops;
    private final PromptFiles files;

    RoomBuses(Rtpengine rtpengine, PromptFiles files) {
        this.rtpengine = rtpengine;
        this.hops = new SteadyHop(rtpengine);
        this.files = files;
    }

    void settle(Room room) {
        keep(room, Bus.MOUTH, Bus.EAR, files.ambience(room.id().tenant(), Ambience.SILENCE));
        if (MixPlanner.needsMusic(room.plan())) {
            keep(room, Bus.MUSIC_MOUTH, Bus.MUSIC_EAR, music(room));
        } else {
            takeAway(room, Bus.MUSIC_EAR);
            takeAway(room, Bus.MUSIC_MOUTH);
        }
    }

    private Prompt music(Room room) {
        List<String> parleys =
                files.ambience(room.id().tenant(), Ambience.MUSIC).files();
        return room.plan()
                .flatMap(AudioPlan::music)
                .flatMap(name -> files.prompt(room.id().tenant(), PromptFiles.DEFAULT_LANGUAGE, name))
                .map(own -> new Prompt(Stream.concat(own.files().stream(), parleys.stream())
                        .distinct()
                        .toList()))
                .orElseGet(() -> new Prompt(parleys));
    }

    private void keep(Room room, String mouth, String ear, Prompt sound) {
        if (!room.has(mouth) || !room.has(ear)) {
            build(room, mouth, ear);
        }
        if (!room.has(mouth) || room.isPlaying(mouth, sound)) {
            return;
        }
        if (sound.files().stream().anyMatch(file -> plays(room, mouth, file))) {
            room.plays(mouth, sound);
        } else {
            LOG.errorf("nothing plays on a bus roomId=%s bus=%s", room.id(), mouth);
        }
    }

    private void build(Room room, String mouth, String ear) {
        try {
            hops.build(room.call(), mouth, ear, CODEC);
            room.becomes(room.graph().withParty(mouth).withParty(ear));
        } catch (NoAnswer e) {
            LOG.warnf("bus could not be built: %s roomId=%s bus=%s", e.getMessage(), room.id(), mouth);
        }
    }

    private void takeAway(Room room, String part) {
        if (room.has(part)) {
            rtpengine.remove(room.call(), part);
            room.becomes(room.graph().withoutParty(part));
            room.playsNothing(part);
        }
    }

    private boolean plays(Room room, String mouth, String file) {
        return switch (rtpengine.play(room.call(), mouth, file, FOREVER)) {
            case NgReply.Done _ -> true;
            case NgReply.Refused(String reason) -> {
                LOG.warnf("ambience not played: %s file=%s roomId=%s", reason, file, room.id());
                yield false;
            }
            case NgReply.Silent() -> {
                LOG.warnf("rtpengine did not answer roomId=%s", room.id());
                yield false;
            }
        };
    }
}
