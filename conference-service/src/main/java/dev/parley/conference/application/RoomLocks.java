package dev.parley.conference.application;

import dev.parley.contracts.id.RoomId;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * One thing at a time about a room within this process, so that messages leave in the order in which they were stored.
 *
 * <p>Rooms share locks, but so many that two busy ones seldom meet. Thread-safe.
 */
public final class RoomLocks {
    private static final int STRIPES = 1024;
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    public void whileLocked(RoomId room, Runnable action) {
        Lock lock = stripes[Math.floorMod(room.hashCode(), STRIPES)];
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
