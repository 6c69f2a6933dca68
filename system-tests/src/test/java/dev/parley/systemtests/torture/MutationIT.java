package dev.parley.systemtests.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.torture.MutationWorker.Outcome;
import dev.parley.systemtests.torture.MutationWorker.Result;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.World;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What is changed is told by a seed, {@code parley.torture.seed}, and {@code parley.torture.first}, the number of the first
 * case; {@code parley.torture.count} is how many messages there are: 1,000, so that all tests together stay below half an hour. A
 * failure names its case and what was sent. Ten thousand take 7 minutes:
 * {@code JAVA_TOOL_OPTIONS=-Dparley.torture.count=10000 ./parley test MutationIT}.
 */
@DisplayName("Changed messages: each is answered that can be, nothing is left behind, and no neighbour's call fails")
class MutationIT {
    private static final Path DEMO = Path.of(System.getProperty("parley.world", "../.parley/demo.json"));
    private static final long SEED = Long.getLong("parley.torture.seed", 20_261_129L);
    private static final int FIRST = Integer.getInteger("parley.torture.first", 0);
    private static final int COUNT = Integer.getInteger("parley.torture.count", 1_000);
    private static final int CASES = Math.max(1, MutationCase.casesOf(COUNT));
    private static final int WORKERS = Integer.getInteger("parley.torture.workers", 8);
    private static final int PROGRESS = 500;
    private static final Duration BACK = Duration.ofSeconds(120);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final int FEW = 5;
    private static final int FEW_THREADS = 10;
    private static final long MEMORY_SLACK = 24L << 20;
    private static final long SHARED_MEMORY_SLACK = 4L << 20;

    private World world;
    private SystemState state;
    private WireTenant tenant;
    private final List<MutatingPeer> peers = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger(FIRST);
    private final Queue<Result> silent = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    private final Map<Outcome, AtomicInteger> outcomes = new EnumMap<>(Outcome.class);

    @BeforeEach
    void begin() {
        world = World.read(DEMO);
        state = new SystemState(
                world, DEMO.toAbsolutePath().getParent().getParent().normalize());
        // One of them is registered nowhere.
        tenant = new WireTenant(
                world,
                IntStream.rangeClosed(0, WORKERS)
                        .boxed()
                        .flatMap(i -> Stream.of(WireTenant.user(i), MutationWorker.calledPhone(i)))
                        .toList());
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new AtomicInteger());
        }
    }

    @AfterEach
    void end() {
        peers.forEach(MutatingPeer::close);
        tenant.close();
    }

    @Test
    void changedMessages() throws Exception {
        try (SteadyCalls neighbours = new SteadyCalls(world)) {
            // What is loaded, compiled and pooled once is not what the changed messages leave.
            await("a warm system")
                    .atMost(WARM_UP.multipliedBy(8))
                    .until(() -> neighbours.answered() >= WARM_UP.dividedBy(SteadyCalls.PERIOD));
            Map<String, Long> processes = state.processes();
            Map<String, Long> logs = state.logs();
            long transactions = state.transactions();
            long shared = state.sharedMemory();
            long threads = state.threads();
            long heap = state.heap();
            List<String> media = List.of();

            run();
            neighbours.end();

            assertThat(broken).as("what broke the test itself").isEmpty();
            assertThat(silent).as("answerable, but not answered").isEmpty();
            assertThat(neighbours.failures())
                    .as("calls of a neighbour, of %d", neighbours.answered())
                    .isEmpty();
            assertThat(outcomes.get(Outcome.ANSWERED).get())
                    .as("most of them were answered: %s", outcomes)
                    .isGreaterThan(COUNT / 2);
            assertThat(state.processes()).as("processes").isEqualTo(processes);
            assertThat(state.trouble(logs)).as("what the logs say").isEmpty();
            await("no call remains").atMost(BACK).untilAsserted(() -> {
                assertThat(state.legs()).as("call-control's legs").isZero();
                assertThat(state.mediaCalls()).as("rtpengine's calls").isSubsetOf(media);
                assertThat(state.transactions()).as("Kamailio's transactions").isLessThanOrEqualTo(transactions + FEW);
            });
            assertThat(state.threads()).as("call-control's threads").isLessThanOrEqualTo(threads + FEW_THREADS);
            assertThat(state.heap()).as("call-control's heap").isLessThan(heap + MEMORY_SLACK);
            assertThat(state.sharedMemory()).as("Kamailio's shared memory").isLessThan(shared + SHARED_MEMORY_SLACK);
        }
    }

    private void run() throws Exception {
        InetSocketAddress edge = world.sip().address();
        MutatingPeer carrier = running(peer(Address.of(WireTenant.GATEWAY, WireTenant.GATEWAY_PORT)));
        CountDownLatch done = new CountDownLatch(WORKERS);
        String nobody = WireTenant.user(WORKERS);
        for (int i = 0; i < WORKERS; i++) {
            MutatingPeer telephone = running(peer(Address.of("127.0.81." + (i + 1), 0))
                    .registered(WireTenant.account(MutationWorker.calledPhone(i))));
            int index = i;
            Thread.ofVirtual().start(() -> {
                try (MutationWorker worker = new MutationWorker(edge, index, nobody, telephone, carrier)) {
                    work(worker);
                } finally {
                    done.countDown();
                }
            });
        }
        assertThat(done.await(15, TimeUnit.MINUTES))
                .as("all workers are through")
                .isTrue();
    }

    private void work(MutationWorker worker) {
        for (int number = next.getAndIncrement(); number < FIRST + CASES; number = next.getAndIncrement()) {
            MutationCase one = MutationCase.of(number, SEED);
            try {
                Result result = worker.work(one);
                outcomes.get(result.outcome()).addAndGet(one.messages());
                if (result.outcome() == Outcome.SILENT) {
                    silent.add(result);
                    System.out.println(result);
                }
            } catch (RuntimeException e) {
                broken.add(one + ": " + e);
                System.out.println(one + ": " + e);
            }
            if ((number + 1) % PROGRESS == 0) {
                System.out.println(number + 1 + " of " + CASES + " cases, messages: " + outcomes);
            }
        }
    }

    private MutatingPeer peer(InetSocketAddress local) {
        MutatingPeer peer = new MutatingPeer(Wire.udp(local, world.sip().address()));
        peers.add(peer);
        return peer;
    }

    private static MutatingPeer running(MutatingPeer peer) {
        Thread.ofVirtual().start(peer);
        return peer;
    }
}
