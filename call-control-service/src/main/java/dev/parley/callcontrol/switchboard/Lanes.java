package dev.parley.callcontrol.switchboard;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of one key one after the other, and those of different keys at the same time. Thread-safe. */
final class Lanes {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private final ConcurrentHashMap<String, Queue<Runnable>> waiting = new ConcurrentHashMap<>();

    void run(String key, Runnable task) {
        boolean[] idle = new boolean[1];
        waiting.compute(key, (_, lane) -> {
            idle[0] = lane == null;
            Queue<Runnable> tasks = lane == null ? new ArrayDeque<>() : lane;
            tasks.add(task);
            return tasks;
        });
        if (idle[0]) {
            Thread.ofVirtual().name("call-" + key).start(() -> drain(key));
        }
    }

    private void drain(String key) {
        Runnable task = peek(key);
        while (task != null) {
            try {
                task.run();
            } catch (RuntimeException e) {
                // A bug in one call's handling must not stop the lane.
                LOG.errorf(e, "call failed callId=%s", key);
            }
            task = next(key);
        }
    }

    /** The head stays in the lane while it runs, so that nobody else starts to drain it. */
    private @Nullable Runnable peek(String key) {
        Runnable[] head = new Runnable[1];
        waiting.computeIfPresent(key, (_, lane) -> {
            head[0] = lane.peek();
            return lane;
        });
        return head[0];
    }

    private @Nullable Runnable next(String key) {
        Runnable[] head = new Runnable[1];
        waiting.computeIfPresent(key, (_, lane) -> {
            lane.remove();
            head[0] = lane.peek();
            return lane.isEmpty() ? null : lane;
        });
        return head[0];
    }
}
