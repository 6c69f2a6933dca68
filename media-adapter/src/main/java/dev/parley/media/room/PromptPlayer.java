package dev.parley.media.room;

import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.media.leg.LegParties;
import dev.parley.media.ng.NgReply;
import dev.parley.media.prompt.PromptFiles;
import dev.parley.media.prompt.PromptFiles.Prompt;
import dev.parley.media.prompt.PromptQueue.Ending;
import dev.parley.media.prompt.PromptQueue.Wish;
import dev.parley.media.recording.NameFolder;
import dev.parley.media.rtpengine.Rtpengine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Plays the prompts of a leg and tells when each wish is over. */
public final class PromptPlayer {
    private static final Logger LOG = Logger.getLogger(PromptPlayer.class);
    /** A prompt that is the recorded name of this request. */
    private static final String NAME = "name/";

    /** Comes back into the room's mailbox when time is over. */
    @FunctionalInterface
    public interface Alarm {
        void after(Duration delay, Room room, Runnable task);
    }

    private final Rtpengine rtpengine;
    private final PromptFiles files;
    private final NameFolder names;
    private final Announcements announcements;
    private final Alarm alarm;
    private final Duration pause;

    /** @param pause between two files, so that the end of one is not cut off by the next */
    PromptPlayer(
            Rtpengine rtpengine,
            PromptFiles files,
            NameFolder names,
            Announcements announcements,
            Alarm alarm,
            Duration pause) {
        this.rtpengine = rtpengine;
        this.files = files;
        this.names = names;
        this.announcements = announcements;
        this.alarm = alarm;
        this.pause = pause;
    }

    void play(Room room, Leg leg, PlayPrompt command) {
        var wish = new Wish(
                command.request(),
                command.prompts().stream()
                        .flatMap(prompt -> prompt(room, command.language(), prompt).stream())
                        .toList(),
                command.instance());
        play(room, leg, wish);
    }

    void play(Room room, Leg leg, Wish wish) {
        if (leg.prompts().add(wish)) {
            playNext(room, leg);
        }
    }

    private Optional<Prompt> prompt(Room room, String language, String id) {
        return id.startsWith(NAME)
                ? names.file(room.id(), id.substring(NAME.length())).map(file -> new Prompt(List.of(file)))
                : files.prompt(room.id().tenant(), language, id);
    }

    void stop(Room room, Leg leg) {
        if (leg.prompts().isEmpty()) {
            return;
        }
        rtpengine.stop(room.call(), LegParties.say(leg.id().value()));
        leg.prompts().clear().forEach(wish -> ended(room.id(), leg, wish));
    }

    private void playNext(Room room, Leg leg) {
        while (!leg.prompts().isEmpty()) {
            Optional<Prompt> prompt = leg.prompts().nextPrompt();
            if (prompt.isEmpty()) {
                leg.prompts().finish().ifPresent(wish -> ended(room.id(), leg, wish));
            } else if (start(room, leg, prompt.get())) {
                return;
            }
        }
    }

    private boolean start(Room room, Leg leg, Prompt prompt) {
        for (String file : prompt.files()) {
            switch (rtpengine.play(room.call(), LegParties.say(leg.id().value()), file, 1)) {
                case NgReply.Done(var fields) -> {
                    goOnAfter(
                            room,
                            leg,
                            Duration.ofMillis(fields.number("duration").orElse(0L)));
                    return true;
                }
                case NgReply.Refused(String reason) ->
                    LOG.warnf("prompt not played: %s file=%s roomId=%s legId=%s", reason, file, room.id(), leg.id());
                case NgReply.Silent() -> {
                    giveUp(room, leg);
                    return true;
                }
            }
        }
        return false;
    }

    private void goOnAfter(Room room, Leg leg, Duration duration) {
        long round = leg.prompts().round();
        alarm.after(duration.plus(pause), room, () -> {
            if (leg.prompts().round() == round && room.leg(leg.id()).isPresent()) {
                playNext(room, leg);
            }
        });
    }

    /** rtpengine does not answer. Asking it for each prompt that waits would keep the room from all else for minutes. */
    private void giveUp(Room room, Leg leg) {
        leg.prompts().clear().forEach(wish -> ended(room.id(), leg, wish));
    }

    private void ended(RoomId room, Leg leg, Wish wish) {
        switch (wish.ending()) {
            case Ending.TellInstance(int instance) ->
                announcements.toCallControl(instance, leg.id(), new LegPromptEnded(room, leg.id(), wish.request()));
            case Ending.TellOwner() -> announcements.event(room, new PromptEnded(room, leg.id(), wish.request()));
            case Ending.Next(Runnable task) -> task.run();
        }
    }
}
