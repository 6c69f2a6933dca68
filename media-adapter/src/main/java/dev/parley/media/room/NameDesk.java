package dev.parley.media.room;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.RecordName;
import dev.parley.contracts.media.MediaEvent.NameRecorded;
import dev.parley.media.mix.Bus;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.prompt.PromptFiles.Prompt;
import dev.parley.media.prompt.PromptQueue.Ending;
import dev.parley.media.prompt.PromptQueue.Wish;
import dev.parley.media.recording.NameTake;
import dev.parley.media.recording.Names;
import dev.parley.media.recording.Samples;
import dev.parley.media.recording.Take;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Records the names that callers say. From the command on nobody hears the leg; after what it is hearing now, and a tone,
 * what it says is kept.
 */
final class NameDesk {
    private static final Logger LOG = Logger.getLogger(NameDesk.class);
    private static final String TONE = "beep";
    private static final Duration STRAGGLING = Duration.ofSeconds(1);

    private final Names names;
    private final PromptFiles files;
    private final PromptPlayer player;
    private final PromptPlayer.Alarm alarm;
    private final Announcements announcements;
    private final Consumer<Room> settle;

    /** @param settle makes rtpengine what the room wants now */
    NameDesk(
            Names names,
            PromptFiles files,
            PromptPlayer player,
            PromptPlayer.Alarm alarm,
            Announcements announcements,
            Consumer<Room> settle) {
        this.names = names;
        this.files = files;
        this.player = player;
        this.alarm = alarm;
        this.announcements = announcements;
        this.settle = settle;
    }

    CompletionStage<?> record(Room room, Leg leg, RecordName command) {
        String request = command.request();
        Optional<NameRecorded> before = room.nameSaid(request);
        if (before.isPresent()) {
            return announcements.event(room.id(), before.get());
        }
        if (!leg.naming().equals(Optional.of(request))) {
            end(room, leg);
            leg.namesItself(Optional.of(request));
            List<Prompt> tone = files.prompt(room.id().tenant(), PromptFiles.DEFAULT_LANGUAGE, TONE).stream()
                    .toList();
            Runnable begin = () -> begin(room, leg, request, Duration.ofSeconds(command.seconds()));
            player.play(room, leg, new Wish("tone of " + request, tone, new Ending.Next(begin)));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** There is none. */
    CompletionStage<?> leaveOut(RecordName command) {
        return announcements.event(
                command.room(), new NameRecorded(command.room(), command.leg(), command.request(), false));
    }

    /** The room is over, and nobody needs the names any more. */
    void forget(Room room) {
        try {
            names.folder().forget(room.id());
        } catch (UncheckedIOException e) {
            LOG.errorf("names not deleted roomId=%s error=%s", room.id(), e.getMessage());
        }
    }

    /** Forgets what rooms have left that were over while no process was there. */
    void forgetAllBut(Set<RoomId> rooms, Duration quiet) {
        try {
            names.folder().forgetAllBut(rooms, names.clock().get().minus(quiet));
        } catch (UncheckedIOException e) {
            LOG.errorf("names left behind not deleted error=%s", e.getMessage());
        }
    }

    /** The name is said, or there was none. */
    CompletionStage<?> end(Room room, Leg leg) {
        return leg.naming()
                .<CompletionStage<?>>map(request -> end(room, leg, request))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private void begin(Room room, Leg leg, String request, Duration most) {
        if (isStillNaming(room, leg, request)) {
            Runnable whenOver = () -> alarm.after(Duration.ZERO, room, () -> endIfStill(room, leg, request));
            try {
                room.takes().put(Bus.name(leg.id()), names.start(most, whenOver));
                alarm.after(most.plus(STRAGGLING), room, () -> endIfStill(room, leg, request));
            } catch (UncheckedIOException e) {
                LOG.errorf("name not recorded roomId=%s legId=%s error=%s", room.id(), leg.id(), e.getMessage());
                end(room, leg, request);
            }
            settle.accept(room);
        }
    }

    private void endIfStill(Room room, Leg leg, String request) {
        if (isStillNaming(room, leg, request)) {
            end(room, leg, request);
            settle.accept(room);
        }
    }

    private static boolean isStillNaming(Room room, Leg leg, String request) {
        return room.leg(leg.id()).filter(leg::equals).isPresent()
                && leg.naming().equals(Optional.of(request));
    }

    private CompletionStage<?> end(Room room, Leg leg, String request) {
        Take take = room.takes().remove(Bus.name(leg.id()));
        Optional<Samples> said = take instanceof NameTake name ? name.finish() : Optional.empty();
        leg.namesItself(Optional.empty());
        boolean kept = said.isPresent() && keep(room, leg.id(), request, said.get());
        var answer = new NameRecorded(room.id(), leg.id(), request, kept);
        room.said(answer);
        return announcements.event(room.id(), answer);
    }

    private boolean keep(Room room, LegId leg, String request, Samples name) {
        try {
            names.folder().put(room.id(), request, name);
            return true;
        } catch (UncheckedIOException e) {
            LOG.errorf("name not kept roomId=%s legId=%s error=%s", room.id(), leg, e.getMessage());
            return false;
        }
    }
}
