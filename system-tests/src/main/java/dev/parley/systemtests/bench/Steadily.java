package dev.parley.systemtests.bench;

import dev.parley.systemtests.net.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** An open load: so many a second begin, however long those before take. */
final class Steadily {
    private Steadily() {}

    /** The results, in the order in which they began. */
    static <T> List<T> run(int count, int perSecond, IntFunction<T> action) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> started = new ArrayList<>();
            long began = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int number = i;
                Pause.of(Duration.ofNanos(began + i * 1_000_000_000L / perSecond - System.nanoTime()));
                started.add(workers.submit(() -> action.apply(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : started) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The measurement itself failed", e);
        }
    }
}
