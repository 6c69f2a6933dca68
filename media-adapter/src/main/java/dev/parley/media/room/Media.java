package dev.parley.media.room;

import dev.parley.media.leg.LegNegotiator;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.recording.Recorder;
import dev.parley.media.rtpengine.Rtpengine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Puts the rooms of one process together, and keeps their clock. */
public final class Media implements AutoCloseable {

    /**
     * @param promptPause between two prompts
     * @param strayGrace after the start, in which nothing unplanned is taken away
     */
    public record Times(Duration promptPause, Duration strayGrace) {}

    /**
     * What is kept of what is heard.
     *
     * @param recorder makes the recordings that plans want
     */
    public record Keeping(Recorder recorder) {}

    private final Rooms rooms;
    private final RoomTaps taps;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("prompt-alarms").daemon().factory());

    public Media(
            Rtpengine rtpengine,
            LegNegotiator negotiator,
            PromptFiles files,
            Keeping keeping,
            Announcements announcements,
            Supplier<Instant> clock,
            Times times) {
        var mailboxes = new Mailboxes();
        taps = new RoomTaps(rtpengine, keeping.recorder(), announcements);
        PromptPlayer.Alarm alarm = (delay, room, task) -> {
            var _ = alarms.schedule(() -> mailboxes.submit(room.id(), task), delay.toMillis(), TimeUnit.MILLISECONDS);
        };
        rooms = new Rooms(
                rtpengine,
                new RoomMixer(rtpengine, new RoomBuses(rtpengine, files), taps, announcements),
                new LegDesk(rtpengine, negotiator, announcements),
                new PromptPlayer(rtpengine, files, announcements, alarm, times.promptPause()),
                mailboxes,
                clock,
                times.strayGrace());
    }

    public Rooms rooms() {
        return rooms;
    }

    /** Ends recordings of rooms that were over before this process began, once they have been quiet for so long. */
    public void endRecordingsLeft(Duration quiet) {
        taps.endThoseLeft(quiet);
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        rooms.suspend();
    }
}
