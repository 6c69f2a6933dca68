package dev.parley.systemtests.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One thread that reads datagrams and keeps time for everybody who registers with it.
 *
 * <p>What it calls runs on that thread, one thing after the other, so state that only the loop touches needs no lock.
 * Thread-safe.
 */
public final class Loop implements Executor, AutoCloseable {
    private static final int LARGEST_DATAGRAM = 65_535;

    private final Selector selector;
    private final Thread thread;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST_DATAGRAM);

    /** Gets each datagram; the buffer is valid during the call only. */
    public interface Receiver {
        void received(ByteBuffer datagram, InetSocketAddress from);
    }

    public Loop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** Binds a UDP socket; port 0 takes any free one. */
    public DatagramChannel bind(InetSocketAddress address, Receiver receiver) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.configureBlocking(false);
            channel.bind(address);
            execute(() -> register(channel, receiver));
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not bind " + address, e);
        }
    }

    private void register(DatagramChannel channel, Receiver receiver) {
        try {
            if (channel.isOpen()) {
                channel.register(selector, SelectionKey.OP_READ, receiver);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Runs it on the loop and waits for the outcome. Not to be called on the loop itself. */
    public <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, this).join();
    }

    /** Runs it on the loop and waits until it is done. Not to be called on the loop itself. */
    public void tell(Runnable task) {
        CompletableFuture.runAsync(task, this).join();
    }

    /** Runs it later, unless cancelled. */
    public Timer after(Duration delay, Runnable task) {
        Timer timer = new Timer(System.nanoTime() + delay.toNanos(), task);
        execute(() -> timers.add(timer));
        return timer;
    }

    /** Runs it again and again, until cancelled; a late run does not delay the following ones. */
    public Timer every(Duration period, Runnable task) {
        Timer whole = new Timer(System.nanoTime() + period.toNanos(), task);
        repeat(whole, whole.due, period.toNanos());
        return whole;
    }

    private void repeat(Timer whole, long due, long period) {
        Timer next = new Timer(due, () -> {
            if (!whole.cancelled) {
                whole.task.run();
                repeat(whole, due + period, period);
            }
        });
        execute(() -> timers.add(next));
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    guarded(task);
                }
                fireTimers();
                await();
            }
        } catch (IOException | ClosedSelectorException e) {
            if (selector.isOpen()) {
                throw new IllegalStateException("The loop has failed", e);
            }
        }
    }

    private void await() throws IOException {
        Timer next = timers.peek();
        if (!tasks.isEmpty()) {
            selector.selectNow(this::read);
        } else if (next == null) {
            selector.select(this::read);
        } else {
            // Rounded up: waking a moment late is better than spinning for the rest of a millisecond.
            long millis = Math.ceilDiv(next.due - System.nanoTime(), 1_000_000L);
            if (millis <= 0) {
                selector.selectNow(this::read);
            } else {
                selector.select(this::read, millis);
            }
        }
    }

    private void fireTimers() {
        long now = System.nanoTime();
        for (Timer next = timers.peek(); next != null && next.due - now <= 0; next = timers.peek()) {
            timers.remove();
            if (!next.cancelled) {
                guarded(next.task);
            }
        }
    }

    private void read(SelectionKey key) {
        DatagramChannel channel = (DatagramChannel) key.channel();
        Receiver receiver = (Receiver) key.attachment();
        try {
            while (channel.receive(buffer.clear()) instanceof InetSocketAddress from) {
                guarded(() -> receiver.received(buffer.flip(), from));
            }
        } catch (CancelledKeyException | IOException e) {
            // Closed by its owner, or an ICMP answer to something sent earlier: neither concerns the others.
            if (!channel.isOpen()) {
                key.cancel();
            }
        }
    }

    // One phone's mistake must not silence all the others.
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, e);
        }
    }

    /** Something to be run later. */
    public static final class Timer {
        private final long due;
        private final Runnable task;
        private volatile boolean cancelled;

        private Timer(long due, Runnable task) {
            this.due = due;
            this.task = task;
        }

        private long due() {
            return due;
        }

        public void cancel() {
            cancelled = true;
        }
    }

    @Override
    public void close() {
        try {
            selector.close();
            thread.join(Duration.ofSeconds(2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
