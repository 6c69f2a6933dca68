package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.bench.CpuTimes;
import dev.parley.systemtests.bench.Spread;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.sip.UserAgent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Puts loads on one system, one after the other, and looks what it does. */
final class LoadRun implements AutoCloseable {
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Duration BETWEEN_FAREWELLS = Duration.ofMillis(20);
    private static final Duration CALM = Duration.ofSeconds(90);
    /** More calls do not tell more about a system that cannot carry them. */
    private static final int ENOUGH_FAILURES = 20;

    private final ConferenceSystem system;
    private final Loop signalling;
    private final RtpLoad sound;
    private final CpuTimes cpu;
    private final Consumer<String> progress;
    private final UserAgent caller;
    private final UserAgent callee;
    private final Queue<LoadCall> calls = new ConcurrentLinkedQueue<>();
    private final List<String> notes = new ArrayList<>();

    LoadRun(ConferenceSystem system, Loop signalling, RtpLoad sound, CpuTimes cpu, Consumer<String> progress) {
        this.system = system;
        this.signalling = signalling;
        this.sound = sound;
        this.cpu = cpu;
        this.progress = progress;
        this.caller = signalling.ask(() -> system.caller(signalling));
        this.callee = system.callsTwoParties() ? system.callee(signalling, this::rung) : caller;
    }

    private void rung(UserAgent.IncomingInvite incoming) {
        LoadLeg leg = sound.open(anyPort(callee), true);
        calls.add(LoadCall.answering(incoming, callee, leg));
    }

    private static InetSocketAddress anyPort(UserAgent agent) {
        return new InetSocketAddress(agent.local().getAddress(), 0);
    }

    /** What has to be known of the runs, beside figures. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** So many calls that do not count: for code that has never run. */
    void warmUp(int count) {
        progress.accept("%s: %d calls to warm up".formatted(system.name(), count));
        MediaLoad load = new MediaLoad("warm-up", 2, count / 2, 2, false);
        system.prepare(load);
        place(load);
        finish();
    }

    Measured measure(MediaLoad load, int block) {
        progress.accept("Block %d, %s: %s".formatted(block, system.name(), load));
        system.prepare(load);
        Map<String, Integer> failures = place(load);
        List<Duration> setups = calls.stream()
                .filter(call -> call.setup().isDone() && !call.setup().isCompletedExceptionally())
                .map(call -> call.setup().join())
                .filter(setup -> !setup.isZero())
                .toList();
        Pause.of(SETTLING);
        List<LoadLeg> up =
                calls.stream().filter(LoadCall::isUp).map(LoadCall::leg).toList();
        cpu.cores();
        sound.begin(up);
        long began = System.nanoTime();
        Pause.of(WINDOW);
        List<LoadLeg.Received> received = sound.end(up);
        Duration window = Duration.ofNanos(System.nanoTime() - began);
        Measured measured = new Measured(
                block,
                load,
                system.name(),
                failures,
                Spread.of(setups),
                window,
                received,
                cpu.cores(),
                system.soundParts(),
                system.allParts(),
                sound.late(),
                Machine.load());
        finish();
        return measured;
    }

    /** Calls at a steady rate, and what became of those that failed. */
    private Map<String, Integer> place(MediaLoad load) {
        boolean pairs = load.twoParty() && system.callsTwoParties();
        int wanted = pairs ? load.rooms() : load.legs();
        List<CompletableFuture<Duration>> setups = new ArrayList<>();
        long began = System.nanoTime();
        for (int leg = 0; leg < wanted && failed(setups) < ENOUGH_FAILURES; leg++) {
            Pause.of(Duration.ofNanos(began + leg * BETWEEN_CALLS.toNanos() - System.nanoTime()));
            LoadLeg audio = sound.open(anyPort(caller), load.talks(leg));
            String target = system.room(load, load.room(leg));
            LoadCall call = signalling.ask(() -> LoadCall.to(target, caller, audio));
            calls.add(call);
            setups.add(call.setup());
        }
        Map<String, Integer> failures = new TreeMap<>();
        for (CompletableFuture<Duration> setup : setups) {
            outcome(setup).ifPresent(failure -> failures.merge(failure, 1, Integer::sum));
        }
        if (setups.size() < wanted) {
            failures.put("not tried any more", wanted - setups.size());
        }
        return failures;
    }

    private static long failed(List<CompletableFuture<Duration>> setups) {
        return setups.stream()
                .filter(CompletableFuture::isCompletedExceptionally)
                .count();
    }

    private static Optional<String> outcome(CompletableFuture<Duration> setup) {
        try {
            setup.copy().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
            return Optional.empty();
        } catch (CompletionException e) {
            String why = e.getCause() == null ? null : e.getCause().getMessage();
            return Optional.of(why == null ? "no answer" : why);
        }
    }

    /** Everybody hangs up; waits until the system has forgotten them. */
    private void finish() {
        for (LoadCall call : calls) {
            signalling.execute(call::hangUp);
            Pause.of(BETWEEN_FAREWELLS);
        }
        sound.drop(calls.stream().map(LoadCall::leg).toList());
        calls.clear();
        long until = System.nanoTime() + CALM.toNanos();
        while (!system.isEmpty()) {
            if (System.nanoTime() - until > 0) {
                notes.add(
                        "%s still had legs %d s after the last had hung up".formatted(system.name(), CALM.toSeconds()));
                return;
            }
            Pause.of(Duration.ofMillis(500));
        }
    }

    @Override
    public void close() {
        signalling.tell(caller::close);
    }
}
