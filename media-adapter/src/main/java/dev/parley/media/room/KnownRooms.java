package dev.parley.media.room;

import dev.parley.contracts.id.RoomId;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.ObservedRoom;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The rooms that this process knows. One that it does not know is asked of rtpengine. */
final class KnownRooms {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RoomMixer mixer;
    private final PromptPlayer prompts;
    private final Mailboxes mailboxes;
    private final Map<RoomId, Room> rooms = new ConcurrentHashMap<>();

    KnownRooms(RoomMixer mixer, PromptPlayer prompts, Mailboxes mailboxes) {
        this.mixer = mixer;
        this.prompts = prompts;
        this.mailboxes = mailboxes;
    }

    Optional<Room> get(RoomId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    Collection<Room> all() {
        return rooms.values();
    }

    void forget(Room room) {
        rooms.remove(room.id(), room);
    }

    /** A room that is not known yet; empty when rtpengine does not answer. To be called in the room's mailbox. */
    Optional<Room> find(RoomId id, CallId call) {
        Optional<Room> found =
                call.equals(CallId.of(id)) ? look(id, call) : inherit(id, call).or(() -> look(id, call));
        found.ifPresent(room -> rooms.put(id, room));
        return found;
    }

    private Optional<Room> look(RoomId id, CallId call) {
        var fresh = new Room(id, call);
        Optional<ObservedRoom> observed = mixer.observe(fresh);
        observed.ifPresent(fresh::adopt);
        return observed.map(_ -> fresh);
    }

    /** What the room of that call knows of its legs goes on under the other's name; nothing that they hear changes. */
    private Optional<Room> inherit(RoomId id, CallId call) {
        var heir = new CompletableFuture<Optional<Room>>();
        RoomId former = new RoomId(call.value());
        mailboxes.submit(former, () -> {
            Optional<Room> left = Optional.ofNullable(rooms.remove(former));
            left.ifPresent(room -> room.legs().forEach(leg -> prompts.stop(room, leg)));
            heir.complete(left.filter(room -> !room.isEmpty()).map(room -> room.succeededBy(id)));
        });
        return heir.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
