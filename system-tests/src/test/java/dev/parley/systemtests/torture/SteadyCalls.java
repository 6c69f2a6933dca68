package dev.parley.systemtests.torture;

import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A call by another tenant every 200 ms, answered by a conference and hung up again, as long as this is open. */
final class SteadyCalls implements AutoCloseable {
    /** For looking into a fault on a machine that has other work; what is to be shown is 200 ms. */
    static final Duration PERIOD = Duration.ofMillis(Integer.getInteger("parley.torture.period", 200));

    private static final Duration MEMORY = Duration.ofSeconds(1);
    private static final int ROOMS = 10;

    private final TestPhones phones;
    private final List<TestPhone> callers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    SteadyCalls(World world) {
        phones = new TestPhones(world);
        callers = IntStream.rangeClosed(801, 804)
                .mapToObj(user -> phones.phone("acme", String.valueOf(user)).remembering(MEMORY))
                .toList();
        clock.scheduleAtFixedRate(() -> calls.execute(this::call), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void call() {
        int number = begun.getAndIncrement();
        try {
            callers.get(number % callers.size())
                    .calls(String.valueOf(910 + number % ROOMS))
                    .awaitAnswered()
                    .hangsUp();
            answered.incrementAndGet();
        } catch (CallFailed | RuntimeException e) {
            failures.add("call " + number + ": " + e.getMessage());
        }
    }

    int answered() {
        return answered.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** No call is begun any more; waits until those that were are over. */
    void end() throws InterruptedException {
        clock.shutdown();
        calls.shutdown();
        if (!calls.awaitTermination(1, TimeUnit.MINUTES)) {
            failures.add("calls do not end");
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        calls.shutdownNow();
        phones.close();
    }
}
