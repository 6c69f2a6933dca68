package dev.parley.media.room;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Commands about legs that a room does not have yet. Plans and commands come by different topics: what is asked of a leg
 * right after a call has become a conference may be here before the plan that says so.
 *
 * <p>Those of one room are touched in the room's mailbox alone.
 */
final class Forerunners {
    /** A command that waits, and who waits for it. */
    record Waiting(MediaCommand command, CompletableFuture<Object> done) {}

    private final Map<RoomId, List<Waiting>> waiting = new ConcurrentHashMap<>();

    Waiting park(RoomId room, MediaCommand command) {
        var parked = new Waiting(command, new CompletableFuture<>());
        waiting.computeIfAbsent(room, _ -> new ArrayList<>()).add(parked);
        return parked;
    }

    /** Those whose leg has come, in the order they came. They wait no longer. */
    List<Waiting> thoseFor(Room room) {
        List<Waiting> ready = waiting.getOrDefault(room.id(), List.of()).stream()
                .filter(it -> room.leg(it.command().leg()).isPresent())
                .toList();
        ready.forEach(it -> remove(room.id(), it));
        return ready;
    }

    /** A leg of that name is made anew: what was said of it before was not meant for this one. */
    void forget(RoomId room, LegId leg) {
        waiting.getOrDefault(room, List.of()).stream()
                .filter(it -> it.command().leg().equals(leg))
                .toList()
                .forEach(it -> {
                    remove(room, it);
                    it.done().complete(leg);
                });
    }

    /** Takes one out; false when it waits no longer. */
    boolean remove(RoomId room, Waiting one) {
        List<Waiting> all = waiting.getOrDefault(room, new ArrayList<>());
        boolean there = all.remove(one);
        if (all.isEmpty()) {
            waiting.remove(room);
        }
        return there;
    }
}
