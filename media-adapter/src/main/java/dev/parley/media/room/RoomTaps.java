package dev.parley.media.room;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.media.leg.TapEnd;
import dev.parley.media.mix.Bus;
import dev.parley.media.mix.Tap;
import dev.parley.media.recording.Recorder;
import dev.parley.media.recording.Take;
import dev.parley.media.rtpengine.Rtpengine;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes the taps of a room what its plan wants, and the recordings with them. */
final class RoomTaps {
    private static final Logger LOG = Logger.getLogger(RoomTaps.class);

    private final Rtpengine rtpengine;
    private final TapEnd ends;
    private final Recorder recorder;
    private final Announcements announcements;

    RoomTaps(Rtpengine rtpengine, Recorder recorder, Announcements announcements) {
        this.rtpengine = rtpengine;
        this.ends = new TapEnd(rtpengine);
        this.recorder = recorder;
        this.announcements = announcements;
    }

    void settle(Room room) {
        Set<String> wanted = room.taps().stream().map(Tap::party).collect(Collectors.toSet());
        for (String party : List.copyOf(room.busParts())) {
            if (Bus.isTap(party) && !(wanted.contains(party) && room.takes().containsKey(party))) {
                // Nobody wants it, or its RTP goes to a process that is no more.
                rtpengine.remove(room.call(), party);
                room.becomes(room.graph().withoutParty(party));
            }
        }
        List.copyOf(room.takes().keySet()).stream()
                .filter(party -> !wanted.contains(party))
                .forEach(party -> end(room, party));
        wanted.forEach(party -> keep(room, party));
    }

    /** The room is over, and with it what was made of it. */
    void end(Room room) {
        List.copyOf(room.takes().keySet()).forEach(party -> end(room, party));
    }

    /** Tells of recordings that ended while nobody was there to end them. */
    void endThoseLeft(Duration quiet) {
        try {
            recorder.finishThoseLeft(quiet).forEach(finished -> tell(finished.room(), finished));
        } catch (UncheckedIOException e) {
            LOG.errorf("recordings left behind could not be ended error=%s", e.getMessage());
        }
    }

    private void keep(Room room, String party) {
        try {
            if (!room.takes().containsKey(party)) {
                Bus.recordingOf(party)
                        .flatMap(recording -> recorder.start(room.id(), recording))
                        .ifPresent(take -> room.takes().put(party, take));
            }
            Take take = room.takes().get(party);
            if (take != null && !room.has(party) && ends.build(room.call(), party, take.host(), take.port())) {
                room.becomes(room.graph().withParty(party));
            }
        } catch (UncheckedIOException e) {
            LOG.errorf("recording could not begin roomId=%s error=%s", room.id(), e.getMessage());
        }
    }

    private void end(Room room, String party) {
        try {
            switch (room.takes().remove(party)) {
                case Recorder.Running recording -> tell(room.id(), recording.finish());
                case Take other -> other.suspend();
                case null -> LOG.debugf("nothing is made of a tap roomId=%s", room.id());
            }
        } catch (UncheckedIOException e) {
            LOG.errorf("recording could not be ended roomId=%s error=%s", room.id(), e.getMessage());
        }
    }

    private void tell(RoomId room, MediaEvent event) {
        announcements.event(room, event);
    }
}
