package dev.parley.media.room;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.media.leg.SilenceWatch;
import dev.parley.media.recording.Take;
import dev.parley.media.rtpengine.CallId;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * All rooms: takes commands and plans, each room in its own order. A room stays in the call it is in as long as it has legs.
 *
 * <p>A room is known from its first leg to its last. One that is not known is asked of rtpengine first, so that a
 * restarted process goes on where the one before it ended.
 */
public final class Rooms {
    /** How much there is in a room, for the gauges. */
    public record Census(int legs, int edges) {}

    /** What is wanted, what is there, and what to do with the rest. */
    record Known(Plans plans, KnownRooms rooms, Strays strays) {}

    /** How much earlier than its leg a command may be here. */
    private static final Duration FORERUN = Duration.ofSeconds(2);

    private final RoomMixer mixer;
    private final CommandDesk desk;
    private final NameDesk names;
    private final Mailboxes mailboxes;
    private final Supplier<Instant> clock;
    private final SilenceWatch.Patience silence;
    private final KnownRooms rooms;
    private final Plans plans;
    private final Strays strays;
    private final Forerunners forerunners = new Forerunners();
    private final Map<RoomId, Census> censuses = new ConcurrentHashMap<>();

    Rooms(
            RoomMixer mixer,
            CommandDesk desk,
            NameDesk names,
            Mailboxes mailboxes,
            Known known,
            Supplier<Instant> clock,
            SilenceWatch.Patience silence) {
        this.mixer = mixer;
        this.desk = desk;
        this.names = names;
        this.mailboxes = mailboxes;
        this.plans = known.plans();
        this.rooms = known.rooms();
        this.strays = known.strays();
        this.clock = clock;
        this.silence = silence;
    }

    /** Done when the command has been carried out and its answer cannot be lost. */
    public CompletionStage<?> take(MediaCommand command) {
        return inItsOrder(command.room(), id -> {
            Optional<CallId> wanted = command instanceof MediaCommand.OpenLeg open
                    ? Optional.of(open.call().map(CallId::new).orElseGet(() -> CallId.of(id)))
                    : Optional.empty();
            return room(id, wanted)
                    .<CompletionStage<?>>map(room -> take(room, command))
                    .orElseGet(() -> desk.refuse(command));
        });
    }

    private CompletionStage<?> take(Room room, MediaCommand command) {
        if (command instanceof MediaCommand.OpenLeg) {
            forerunners.forget(room.id(), command.leg());
        } else if (room.leg(command.leg()).isEmpty()) {
            settle(room);
            return park(room.id(), command);
        }
        return carryOut(room, command);
    }

    /** Until its leg comes, or nobody believes in it any more. */
    private CompletionStage<?> park(RoomId id, MediaCommand command) {
        Forerunners.Waiting parked = forerunners.park(id, command);
        CompletableFuture.delayedExecutor(FORERUN.toMillis(), TimeUnit.MILLISECONDS)
                .execute(Context.current()
                        .wrap(() -> mailboxes.submit(id, () -> {
                            if (forerunners.remove(id, parked)) {
                                room(id, Optional.empty()).ifPresent(room -> carryOut(room, parked));
                                parked.done().complete(id);
                            }
                        })));
        return parked.done();
    }

    private void carryOut(Room room, Forerunners.Waiting parked) {
        carryOut(room, parked.command()).whenComplete((done, error) -> {
            if (error == null) {
                parked.done().complete(room.id());
            } else {
                parked.done().completeExceptionally(error);
            }
        });
    }

    /** The newest plan of a room; none when the room is over. */
    public CompletionStage<?> follow(RoomId id, Optional<AudioPlan> plan) {
        return inOrder(id, () -> {
            boolean handedOver = !plans.ownerOf(id).equals(id);
            plan.ifPresentOrElse(plans::put, () -> plans.remove(id));
            if (handedOver && plan.isEmpty()) {
                // Whatever is left of it is not ours to touch; what nobody takes is found in rtpengine.
                rooms.get(id).ifPresent(rooms::forget);
            }
            if (plans.ownerOf(id).equals(id)) {
                boolean worthLooking = plan.isPresent() && !plan.get().legs().isEmpty();
                Optional<Room> room = worthLooking ? room(id, Optional.empty()) : rooms.get(id);
                room.ifPresent(this::settle);
            }
            return CompletableFuture.completedFuture(null);
        });
    }

    /** The room that has the audio which once was this one's: its keys count there. */
    public RoomId ownerOf(RoomId id) {
        return plans.ownerOf(id);
    }

    /** Compares a room with rtpengine and makes good what differs. */
    public CompletionStage<?> reconcile(RoomId id) {
        return inItsOrder(id, owner -> {
            room(owner, Optional.empty())
                    .ifPresent(room -> mixer.observe(room).ifPresent(observed -> {
                        strays.takeAway(room, observed);
                        mixer.tellOfSilent(room, observed, clock.get(), silence);
                        settle(room);
                    }));
            return CompletableFuture.completedFuture(null);
        });
    }

    /** The rooms that have legs. */
    public Set<RoomId> known() {
        return rooms.all().stream().map(Room::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Lets go of what is being recorded, for the next process to go on with. */
    void suspend() {
        rooms.all().forEach(room -> room.takes().values().forEach(Take::suspend));
    }

    public Map<RoomId, Census> censuses() {
        return Map.copyOf(censuses);
    }

    private CompletionStage<?> carryOut(Room room, MediaCommand command) {
        CompletionStage<?> told = desk.carryOut(room, command);
        settle(room);
        return told;
    }

    private void settle(Room room) {
        room.follow(plans.of(room.id()));
        mixer.settle(room);
        if (room.isEmpty()) {
            mixer.end(room);
            names.forget(room);
            rooms.forget(room);
            censuses.remove(room.id());
            follow(room);
        } else {
            censuses.put(room.id(), new Census(room.legs().size(), room.edges()));
        }
    }

    /** Nobody is left where the room was; its plan may have legs elsewhere. */
    private void follow(Room left) {
        boolean elsewhere = !plans.callOf(left.id()).equals(left.call());
        if (elsewhere && plans.of(left.id()).filter(it -> !it.legs().isEmpty()).isPresent()) {
            room(left.id(), Optional.empty()).ifPresent(this::settle);
        }
    }

    /**
     * The room, looked up in rtpengine when this process does not know it; empty when rtpengine does not answer.
     *
     * @param wanted where a room that is not known is to be; none: where its plan says
     */
    private Optional<Room> room(RoomId id, Optional<CallId> wanted) {
        return rooms.get(id).or(() -> {
            Optional<Room> found = rooms.find(id, wanted.orElseGet(() -> plans.callOf(id)));
            found.map(Room::former).ifPresent(censuses::remove);
            found.ifPresent(room -> forerunners.thoseFor(room).forEach(parked -> carryOut(room, parked)));
            return found;
        });
    }

    /** In the order of whoever has the room's audio when it is its turn. */
    private CompletionStage<?> inItsOrder(RoomId room, Function<RoomId, CompletionStage<?>> task) {
        RoomId owner = plans.ownerOf(room);
        return inOrder(owner, () -> plans.ownerOf(room).equals(owner) ? task.apply(owner) : inItsOrder(room, task));
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
