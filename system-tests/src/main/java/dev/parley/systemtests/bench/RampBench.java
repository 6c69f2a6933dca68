package dev.parley.systemtests.bench;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.MetricsPage;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * More and more legs, in steps, and what the services tell of their load each second. Every phone sends a packet every
 * 20 ms from its answer to its end, and is sent one.
 */
final class RampBench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration READY = Duration.ofMinutes(2);
    private static final Duration MEMORY = Duration.ofSeconds(2);
    private static final Duration LISTENING = Duration.ofSeconds(1);
    /** Rooms of the measurement's own; they stay for the next one. */
    private static final int FIRST_ROOM = 94_000;

    /** How many legs, in how many steps, how fast within a step, how many to a room, how long a step is held. */
    record Load(int legs, int steps, int perSecond, int perRoom, Duration hold, Duration afterwards) {
        static final Load FULL = new Load(200, 10, 4, 4, Duration.ofSeconds(8), Duration.ofSeconds(30));
    }

    private final World world;
    private final Load load;
    private final Consumer<String> progress;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, Double>> rows = new ArrayList<>();
    private final AtomicInteger wanted = new AtomicInteger();
    private final AtomicInteger phase = new AtomicInteger();
    private final List<Call> calls = new ArrayList<>();
    // Not upgraded to HTTP/2 by the way: the pages are large.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CpuTimes cpu;

    RampBench(World world, Path home, Load load, Consumer<String> progress) {
        this.world = world;
        this.load = load;
        this.progress = progress;
        this.cpu = new CpuTimes(home);
    }

    RampReport run() {
        Instant began = Instant.now();
        makeRooms();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        try (TestPhones phones = new TestPhones(world)) {
            List<TestPhone> callers = world.tenant("demo").accounts().stream()
                    .map(login -> phones.phone("demo", login.user())
                            .remembering(MEMORY)
                            .registers())
                    .toList();
            warmUp(callers.getFirst());
            var _ = clock.scheduleAtFixedRate(this::sample, 0, 1, TimeUnit.SECONDS);
            for (int step = 1; step <= load.steps; step++) {
                climb(callers, load.legs * step / load.steps);
            }
            listen();
            phase.set(2);
            wanted.set(0);
            progress.accept("Hanging up.");
            calls.forEach(Call::hangsUp);
            Pause.of(load.afterwards);
        } finally {
            end(clock);
            http.close();
        }
        synchronized (rows) {
            return new RampReport(began, load.legs, load.perRoom, Recording.of(rows), List.copyOf(failures));
        }
    }

    /** After the sample that is being taken. */
    private static void end(ScheduledExecutorService clock) {
        try {
            clock.shutdown();
            if (!clock.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeRooms() {
        progress.accept("%d rooms of %d.".formatted(load.legs / load.perRoom, load.perRoom));
        try (RestApi directory = RestApi.directory(world, "demo")) {
            for (int room = 0; room < load.legs / load.perRoom; room++) {
                HttpResponse<String> made = directory.put(
                        "/tenants/demo/extensions/" + number(room),
                        "{\"type\": \"conference\", \"extension\": \"%s\"}".formatted(number(room)));
                if (made.statusCode() / 100 != 2) {
                    throw new IllegalStateException("No room: " + made.statusCode() + " " + made.body());
                }
            }
        }
    }

    private static String number(int room) {
        return String.valueOf(FIRST_ROOM + room);
    }

    /** Until the newest room is known everywhere, and the code of a call has been loaded. */
    private void warmUp(TestPhone caller) {
        long until = System.nanoTime() + READY.toNanos();
        for (int number = 0; number < load.legs / load.perRoom; number += 5) {
            while (!answers(caller, number(number))) {
                if (System.nanoTime() - until > 0) {
                    throw new IllegalStateException("Room " + number(number) + " does not answer");
                }
                Pause.of(Duration.ofMillis(500));
            }
        }
        // Who was refused may still be told why.
        while (legs() > 0 && System.nanoTime() - until < 0) {
            Pause.of(Duration.ofMillis(500));
        }
    }

    private double legs() {
        return page("call-control-service").sum("parley_load_used", "limit=\"legs\"");
    }

    private static boolean answers(TestPhone caller, String room) {
        try {
            caller.calls(room).awaitAnswered().hangsUp();
            return true;
        } catch (CallFailed e) {
            return false;
        }
    }

    private void climb(List<TestPhone> callers, int legs) {
        int first = calls.size();
        progress.accept("%d legs".formatted(legs));
        wanted.set(legs);
        phase.set(0);
        List<Call> more = Steadily.run(legs - first, load.perSecond, number -> {
            int leg = first + number;
            Call call = callers.get(leg % callers.size()).calls(number(leg / load.perRoom));
            call.says(AudioSource.silence());
            return call;
        });
        for (Call call : more) {
            try {
                calls.add(call.awaitAnswered(PATIENCE));
            } catch (CallFailed e) {
                failures.add(e.getMessage());
            }
        }
        phase.set(Ramp.HOLDING);
        Pause.of(load.hold);
    }

    /** Whoever is up and is sent nothing has failed, too. */
    private void listen() {
        long from = System.nanoTime();
        Pause.of(LISTENING);
        calls.stream()
                .filter(call -> call.ear().since(from).packets() == 0)
                .forEach(call -> failures.add(call + " hears nothing"));
    }

    private void sample() {
        try {
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("second", (double) rows.size());
            row.put("wanted", (double) wanted.get());
            row.put("phase", (double) phase.get());
            load(row, "call_control", "call-control-service", "legs", "calls_per_second");
            load(row, "conference", "conference-service", "rooms", "lag", "busy_share");
            load(row, "media", "media-adapter", "legs", "mix_edges", "packets_per_second");
            load(row, "directory", "directory-service", "requests_per_second");
            cpu.cores().forEach((part, cores) -> row.put("cores_" + part.replace('-', '_'), cores));
            synchronized (rows) {
                rows.add(row);
            }
        } catch (RuntimeException e) {
            failures.add("A sample is missing: " + e);
        }
    }

    private void load(Map<String, Double> row, String prefix, String service, String... limits) {
        MetricsPage page =
                MetricsPage.of(http, Objects.requireNonNull(world.services().get(service)));
        for (String limit : limits) {
            row.put(prefix + "_" + limit, page.sum("parley_load_used", "limit=\"" + limit + "\""));
        }
        row.put(prefix + "_load", page.sum("parley_load_ratio"));
    }

    private MetricsPage page(String service) {
        return MetricsPage.of(http, Objects.requireNonNull(world.services().get(service)));
    }
}
