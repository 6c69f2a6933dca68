package dev.parley.systemtests.bench;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How long callers wait: calls at a steady rate into several rooms, all with audio, none hung up before the last is in. */
final class SetupBench {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LISTENING = Duration.ofSeconds(1);

    private final World world;
    private final Load load;
    private final Consumer<String> progress;

    /** How many calls, how fast, into how many rooms, after how many that do not count. */
    record Load(int calls, int perSecond, int rooms, int warmUp) {
        static final Load FULL = new Load(100, 20, 10, 20);
    }

    SetupBench(World world, Load load, Consumer<String> progress) {
        this.world = world;
        this.load = load;
        this.progress = progress;
    }

    /** Where a call may go, and by which phone. */
    private record Way(TestPhone phone, String room) {}

    SetupReport run() {
        Instant began = Instant.now();
        try (TestPhones phones = new TestPhones(world);
                Hops hops = new Hops(world)) {
            List<Way> ways = ways(phones);
            long rooms = ways.stream()
                    .map(way -> way.phone.domain() + way.room)
                    .distinct()
                    .count();
            progress.accept("Baseline: OPTIONS at %d a second.".formatted(load.perSecond));
            Spread baseline = baseline(ways.getFirst().phone);
            progress.accept("Warming up with %d calls, then %d calls at %d a second into %d rooms."
                    .formatted(load.warmUp, load.calls, load.perSecond, rooms));
            hangUp(finish(place(load.warmUp, ways), new ArrayList<>()));
            List<String> failures = new ArrayList<>();
            List<Call> answered = finish(place(load.calls, ways), failures);
            listen(answered, failures);
            hangUp(answered);
            Spread setup = Spread.of(answered.stream().map(Call::setupTime).toList());
            return new SetupReport(
                    began,
                    load.calls,
                    (int) rooms,
                    load.perSecond,
                    baseline,
                    setup,
                    hops.of(answered),
                    failures,
                    setup.p50() / baseline.p50());
        }
    }

    // Every phone of a tenant calls every open room of it, in turn.
    private List<Way> ways(TestPhones phones) {
        List<List<Way>> byRoom = new ArrayList<>();
        for (World.Tenant tenant : world.tenants()) {
            List<TestPhone> ours = tenant.accounts().stream()
                    .map(login -> phones.phone(tenant.id(), login.user())
                            .remembering(LISTENING.multipliedBy(3))
                            .registers())
                    .toList();
            for (World.Room room : tenant.rooms()) {
                if (room.isOpen() && byRoom.size() < load.rooms) {
                    byRoom.add(ours.stream()
                            .map(phone -> new Way(phone, room.number()))
                            .toList());
                }
            }
        }
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < load.calls; i++) {
            List<Way> room = byRoom.get(i % byRoom.size());
            ways.add(room.get(i / byRoom.size() % room.size()));
        }
        return ways;
    }

    private Spread baseline(TestPhone phone) {
        String edge = "sip:" + world.sip().host() + ":" + world.sip().port();
        return Spread.of(Steadily.run(load.calls, load.perSecond, i -> {
            long sent = System.nanoTime();
            phone.asks("OPTIONS", edge);
            return Duration.ofNanos(System.nanoTime() - sent);
        }));
    }

    private List<Call> place(int count, List<Way> ways) {
        return Steadily.run(count, load.perSecond, i -> ways.get(i).phone.calls(ways.get(i).room));
    }

    private static List<Call> finish(List<Call> calls, List<String> failures) {
        List<Call> answered = new ArrayList<>();
        for (Call call : calls) {
            try {
                answered.add(call.awaitAnswered(PATIENCE));
            } catch (CallFailed e) {
                failures.add(e.getMessage());
            }
        }
        return answered;
    }

    // A call that is answered and silent has failed, too.
    private static void listen(List<Call> answered, List<String> failures) {
        long from = System.nanoTime();
        if (!answered.isEmpty()) {
            answered.getLast().listens(LISTENING);
        }
        for (Call call : answered) {
            if (call.ear().since(from).packets() == 0) {
                failures.add(call + " hears nothing");
            }
        }
    }

    private static void hangUp(List<Call> calls) {
        calls.forEach(Call::hangsUp);
    }
}
