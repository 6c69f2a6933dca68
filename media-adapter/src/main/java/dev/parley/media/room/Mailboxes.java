package dev.parley.media.room;

import dev.parley.contracts.id.RoomId;
import io.opentelemetry.context.Context;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Runs what concerns one room one after the other, in the order it came, and different rooms side by side. */
public final class Mailboxes {
    private static final Logger LOG = Logger.getLogger(Mailboxes.class);

    private final Map<RoomId, Queue<Runnable>> waiting = new ConcurrentHashMap<>();

    /** Never blocks, never runs the task on the caller's thread, but within the caller's trace. */
    public void submit(RoomId room, Runnable asked) {
        Runnable task = Context.current().wrap(asked);
        boolean[] idle = {false};
        waiting.compute(room, (id, queue) -> {
            idle[0] = queue == null;
            Queue<Runnable> tasks = queue == null ? new ArrayDeque<>() : queue;
            tasks.add(task);
            return tasks;
        });
        if (idle[0]) {
            Thread.ofVirtual().name("room-" + room).start(() -> drain(room));
        }
    }

    private void drain(RoomId room) {
        for (Optional<Runnable> task = next(room); task.isPresent(); task = next(room)) {
            run(room, task.get());
        }
    }

    /** The queue is in the map exactly while a thread drains it; both ends touch it under the map's lock. */
    private Optional<Runnable> next(RoomId room) {
        var next = new AtomicReference<Optional<Runnable>>(Optional.empty());
        waiting.computeIfPresent(room, (id, queue) -> {
            next.set(Optional.ofNullable(queue.poll()));
            return next.get().isPresent() ? queue : null;
        });
        return next.get();
    }

    private static void run(RoomId room, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "A task failed roomId=%s", room);
        }
    }
}
