package dev.parley.media.room;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.media.rtpengine.CallId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest plan of every room, and with it which room the audio of each call belongs to: as a rule the one of its name;
 * that of a two-party call that has become a conference belongs to the conference (R21). Both say so, the conference's
 * plan with {@code call} and the call's with {@code movedTo}; whichever comes first counts. Thread-safe.
 */
final class Plans {
    private final Map<RoomId, AudioPlan> newest = new ConcurrentHashMap<>();
    private final Map<CallId, RoomId> claims = new ConcurrentHashMap<>();

    Optional<AudioPlan> of(RoomId room) {
        return Optional.ofNullable(newest.get(room));
    }

    /** Takes a plan, unless it is not newer than the one that is known. */
    synchronized void put(AudioPlan plan) {
        AudioPlan before = newest.get(plan.room());
        if (before == null || before.revision() < plan.revision()) {
            newest.put(plan.room(), plan);
            claim(plan.room(), plan.call().map(CallId::new));
        }
    }

    synchronized void remove(RoomId room) {
        newest.remove(room);
        claim(room, Optional.empty());
    }

    private void claim(RoomId room, Optional<CallId> call) {
        call.ifPresent(named -> claims.put(named, room));
        claims.entrySet().removeIf(claim -> claim.getValue().equals(room) && !call.equals(Optional.of(claim.getKey())));
    }

    /** Where the room's audio is to be. */
    CallId callOf(RoomId room) {
        return of(room).flatMap(AudioPlan::call).map(CallId::new).orElseGet(() -> CallId.of(room));
    }

    /** The room that has the audio which once was this one's. */
    RoomId ownerOf(RoomId room) {
        return Optional.ofNullable(claims.get(CallId.of(room)))
                .or(() -> of(room).flatMap(AudioPlan::movedTo))
                .orElse(room);
    }
}
