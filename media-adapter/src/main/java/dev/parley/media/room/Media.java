package dev.parley.media.room;

import dev.parley.media.leg.LegNegotiator;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.recording.NameFolder;
import dev.parley.media.recording.Names;
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
     * @param silence after which a telephone counts as gone
     */
    public record Times(Duration promptPause, Duration strayGrace, SilenceWatch.Patience silence) {}

    /**
     * What is kept of what is heard.
     *
     * @param recorder makes the recordings that plans want
     * @param names records the names that callers say
     */
    public record Keeping(Recorder recorder, Names names) {}

    private final Rooms rooms;
    private final RoomTaps taps;
    private final NameDesk names;
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
        var mixer = new RoomMixer(rtpengine, new RoomBuses(rtpengine, files), taps, announcements);
        NameFolder said = keeping.names().folder();
        var player = new PromptPlayer(rtpengine, files, said, announcements, alarm, times.promptPause());
        names = new NameDesk(keeping.names(), files, player, alarm, announcements, mixer::settle);
        var desk = new LegDesk(rtpengine, negotiator, announcements);
        var plans = new Plans();
        Instant from = clock.get().plus(times.strayGrace());
        rooms = new Rooms(
                mixer,
                new CommandDesk(desk, player, names, new KeyPresser(rtpengine, alarm)),
                names,
                mailboxes,
                new Rooms.Known(
                        plans,
                        new KnownRooms(mixer, player, mailboxes),
                        new Strays(rtpengine, desk, plans, clock, from)),
                clock,
                times.silence());
    }

    public Rooms rooms() {
        return rooms;
    }

    /** Brings to its end what rooms have left that were over while no process was there, once it is this old. */
    public void endWhatWasLeft(Duration quiet) {
        taps.endThoseLeft(quiet);
        names.forgetAllBut(rooms.known(), quiet);
    }

    @Override
    public void close() {
        alarms.shutdownNow();
        rooms.suspend();
    }
}
