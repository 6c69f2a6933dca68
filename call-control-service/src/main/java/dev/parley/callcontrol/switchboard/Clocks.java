package dev.parley.callcontrol.switchboard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The clocks of one call, by name. To be used in the call's lane only; what is due comes back into it. */
final class Clocks {
    private final ScheduledExecutorService clock;
    private final Consumer<Runnable> lane;
    private final Map<String, ScheduledFuture<?>> running = new HashMap<>();

    Clocks(ScheduledExecutorService clock, Consumer<Runnable> lane) {
        this.clock = clock;
        this.lane = lane;
    }

    /** Starting a clock again replaces it. */
    void start(String name, Duration after, Runnable then) {
        stop(name);
        ScheduledFuture<?>[] own = new ScheduledFuture<?>[1];
        own[0] = clock.schedule(
                () -> lane.accept(() -> {
                    // One that was stopped while it waited in the lane is void.
                    if (running.remove(name, own[0])) {
                        then.run();
                    }
                }),
                after.toMillis(),
                TimeUnit.MILLISECONDS);
        running.put(name, own[0]);
    }

    void stop(String name) {
        ScheduledFuture<?> found = running.remove(name);
        if (found != null) {
            found.cancel(false);
        }
    }

    void stopAll() {
        running.values().forEach(found -> found.cancel(false));
        running.clear();
    }
}
