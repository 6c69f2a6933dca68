package dev.parley.media.room;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.recording.Take;
import dev.parley.media.rtpengine.ObservedRoom;
import dev.parley.media.rtpengine.Rtpengine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * All rooms: takes commands and plans, each room in its own order.
 *
 * <p>A room is known from its first leg to its last. One that is not known is asked of rtpengine first, so that a
 * restarted process goes on where the one before it ended.
 */
public final class Rooms {
    private static final Logger LOG = Logger.getLogger(Rooms.class);

    /** How much there is in a room, for the gauges. */
    public record Census(int legs, int edges) {}

    private final Rtpengine rtpengine;
    private final RoomMixer mixer;
    private final LegDesk desk;
    private final PromptPlayer prompts;
    private final NameDesk names;
    private final Mailboxes mailboxes;
    private final Supplier<Instant> clock;
    private final Instant strayFrom;
    private final SilenceWatch.Patience silence;
    private final Map<RoomId, Room> rooms = new ConcurrentHashMap<>();
    private final Map<RoomId, AudioPlan> plans = new ConcurrentHashMap<>();
    private final Map<RoomId, Census> censuses = new ConcurrentHashMap<>();

    Rooms(
            Rtpengine rtpengine,
            RoomMixer mixer,
            LegDesk desk,
            PromptPlayer prompts,
            NameDesk names,
            Mailboxes mailboxes,
            Supplier<Instant> clock,
            Media.Times times) {
        this.rtpengine = rtpengine;
        this.mixer = mixer;
        this.desk = desk;
        this.prompts = prompts;
        this.names = names;
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.strayFrom = clock.get().plus(times.strayGrace());
        this.silence = times.silence();
    }

    /** Done when the command has been carried out and its answer cannot be lost. */
    public CompletionStage<?> take(MediaCommand command) {
        return inOrder(command.room(), () -> {
            Optional<Room> found = room(command.room());
            return found.isPresent() ? carryOut(found.get(), command) : desk.refuse(command);
        });
    }

    /** The newest plan of a room; none when the room is over. */
    public CompletionStage<?> follow(RoomId id, Optional<AudioPlan> plan) {
        return inOrder(id, () -> {
            AudioPlan before = plans.get(id);
            if (plan.isEmpty()) {
                plans.remove(id);
            } else if (before == null || before.revision() < plan.get().revision()) {
                plans.put(id, plan.get());
            }
            boolean worthLooking = plan.isPresent() && !plan.get().legs().isEmpty();
            Optional<Room> room = worthLooking ? room(id) : Optional.ofNullable(rooms.get(id));
            room.ifPresent(this::settle);
            return CompletableFuture.completedFuture(null);
        });
    }

    /** Compares a room with rtpengine and makes good what differs. */
    public CompletionStage<?> reconcile(RoomId id) {
        return inOrder(id, () -> {
            room(id).ifPresent(room -> mixer.observe(room).ifPresent(observed -> heal(room, observed)));
            return CompletableFuture.completedFuture(null);
        });
    }

    /** The rooms that have legs. */
    public Set<RoomId> known() {
        return Set.copyOf(rooms.keySet());
    }

    /** Lets go of what is being recorded, for the next process to go on with. */
    void suspend() {
        rooms.values().forEach(room -> room.takes().values().forEach(Take::suspend));
    }

    public Map<RoomId, Census> censuses() {
        return Map.copyOf(censuses);
    }

    private CompletionStage<?> carryOut(Room room, MediaCommand command) {
        CompletionStage<?> told = CompletableFuture.completedFuture(null);
        switch (command) {
            case MediaCommand.OpenLeg open -> told = desk.open(room, open);
            case MediaCommand.NegotiateLeg negotiate -> told = desk.negotiate(room, negotiate);
            case MediaCommand.CloseLeg close -> room.leg(close.leg()).ifPresent(leg -> desk.close(room, leg));
            case MediaCommand.PlayPrompt play -> room.leg(play.leg()).ifPresent(leg -> prompts.play(room, leg, play));
            case MediaCommand.StopPrompt stop -> room.leg(stop.leg()).ifPresent(leg -> prompts.stop(room, leg));
            case MediaCommand.RecordName name -> told = record(room, name);
            case MediaCommand.EndName end ->
                told = room.leg(end.leg())
                        .<CompletionStage<?>>map(leg -> names.end(room, leg))
                        .orElse(told);
            case MediaCommand.SendDigit _ -> {
                // Not heard by anybody yet.
            }
        }
        settle(room);
        return told;
    }

    /** Whoever waits for the name of a leg that is gone is told that there is none. */
    private CompletionStage<?> record(Room room, MediaCommand.RecordName name) {
        return room.leg(name.leg())
                .<CompletionStage<?>>map(leg -> names.record(room, leg, name))
                .orElseGet(() -> names.leaveOut(name));
    }

    private void heal(Room room, ObservedRoom observed) {
        room.strays(observed).forEach(party -> {
            LOG.infof("party without a leg taken away roomId=%s party=%s", room.id(), party);
            rtpengine.remove(room.id(), party);
        });
        if (clock.get().isAfter(strayFrom)) {
            for (Leg leg : List.copyOf(room.legs())) {
                if (leg.isAdopted() && !isPlanned(leg, room.id())) {
                    LOG.infof("leg that nobody plans for taken away roomId=%s legId=%s", room.id(), leg.id());
                    desk.close(room, leg);
                }
            }
        }
        mixer.tellOfSilent(room, observed, clock.get(), silence);
        if (room.isEmpty() && !observed.parties().isEmpty()) {
            rtpengine.delete(room.id());
        }
        settle(room);
    }

    private boolean isPlanned(Leg leg, RoomId room) {
        AudioPlan plan = plans.get(room);
        return plan != null && plan.legs().stream().anyMatch(it -> it.leg().equals(leg.id()));
    }

    private void settle(Room room) {
        room.follow(Optional.ofNullable(plans.get(room.id())));
        mixer.settle(room);
        if (room.isEmpty()) {
            mixer.end(room);
            names.forget(room);
            rooms.remove(room.id());
            censuses.remove(room.id());
        } else {
            censuses.put(room.id(), new Census(room.legs().size(), room.edges()));
        }
    }

    /** The room, looked up in rtpengine when this process does not know it; empty when rtpengine does not answer. */
    private Optional<Room> room(RoomId id) {
        Room known = rooms.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        var room = new Room(id);
        Optional<ObservedRoom> observed = mixer.observe(room);
        observed.ifPresent(seen -> {
            room.adopt(seen);
            rooms.put(id, room);
        });
        return observed.map(seen -> room);
    }

    private CompletionStage<?> inOrder(RoomId room, Supplier<CompletionStage<?>> task) {
        var done = new CompletableFuture<>();
        mailboxes.submit(room, () -> {
            try {
                task.get().whenComplete((value, error) -> {
                    if (error == null) {
                        done.complete(room);
                    } else {
                        done.completeExceptionally(error);
                    }
                });
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
