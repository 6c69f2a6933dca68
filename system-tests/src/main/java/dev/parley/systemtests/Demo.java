package dev.parley.systemtests;

import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.ConferenceStory;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;

/** Three phones in a conference: who hears whom, who leaves, how it ends. What {@code ./parley demo} shows. */
public final class Demo {
    private static final String TENANT = "demo";
    private static final int PHONES = 3;
    private static final Duration LIMIT = Duration.ofSeconds(27);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration LISTENING = Duration.ofSeconds(1);
    // A greeting may be louder than the silence between the tones.
    private static final Duration GREETING = Duration.ofSeconds(8);
    private static final Duration NEWS = Duration.ofSeconds(3);

    private final World.Tenant tenant;
    private final String room;
    private final World.Kafka kafka;
    private final TestPhones phones;
    private final Protocol protocol;
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    private Demo(World world, TestPhones phones, Protocol protocol) {
        this.tenant = world.tenant(TENANT);
        this.room = tenant.rooms().stream()
                .filter(World.Room::isOpen)
                .map(World.Room::number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Tenant " + TENANT + " has no room without a PIN"));
        this.kafka = world.kafka();
        this.phones = phones;
        this.protocol = protocol;
    }

    /** Shows it, and exits with 1 when something is wrong. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Usage: Demo <path of demo.json>");
            System.exit(2);
        }
        Protocol protocol = new Protocol(System.out);
        try {
            World world = World.read(Path.of(arguments[0]));
            TestPhones phones = new TestPhones(world);
            Demo demo = new Demo(world, phones, protocol);
            within(LIMIT, demo::run, protocol);
            within(FAREWELL, phones::close, protocol);
        } catch (IllegalStateException | IllegalArgumentException e) {
            protocol.wrong(String.valueOf(e.getMessage()));
        }
        System.exit(protocol.isRight() ? 0 : 1);
    }

    // The demo ends by itself, whatever the system does.
    private static void within(Duration limit, Runnable task, Protocol protocol) {
        CompletableFuture.runAsync(task, work -> Thread.ofVirtual().start(work))
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    protocol.wrong(why(failure, limit));
                    return null;
                })
                .join();
    }

    private static String why(Throwable failure, Duration limit) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return switch (cause) {
            case TimeoutException late -> "not finished within " + limit.toSeconds() + " s";
            case CallFailed failed -> String.valueOf(failed.getMessage());
            default -> cause.toString();
        };
    }

    private void run() {
        protocol.shows("%d phones in conference %s of %s".formatted(PHONES, room, tenant.domain()));
        try (ConferenceStory story = new ConferenceStory(kafka, new RoomId(tenant.id() + ":" + room), this::tell)) {
            List<TestPhone> registered = tenant.accounts().stream()
                    .limit(PHONES)
                    .map(World.Login::user)
                    .map(this::register)
                    .toList();
            List<Call> calls =
                    new ArrayList<>(registered.stream().map(this::call).toList());
            expectNews(story, ParticipantJoined.class, PHONES);
            hear(calls);

            Call first = calls.removeFirst();
            first.hangsUp();
            protocol.happened(first.name() + " has left, the others go on");
            expectNews(story, ParticipantLeft.class, 1);
            hear(calls);

            calls.forEach(Call::hangsUp);
            protocol.happened("all have hung up");
            expectNews(story, ParticipantLeft.class, PHONES);
            expectEnd(story);
        }
    }

    private TestPhone register(String user) {
        TestPhone phone = phones.phone(TENANT, user);
        long began = System.nanoTime();
        phone.registers();
        protocol.happened("%s is registered, after %d ms; its tone is %s"
                .formatted(user, (System.nanoTime() - began) / 1_000_000, phone.tone()));
        return phone;
    }

    private Call call(TestPhone phone) {
        Call call = phone.calls(room).awaitAnswered();
        protocol.happened("%s called %s: INVITE to 200 took %.1f ms"
                .formatted(phone.name(), room, call.setupTime().toNanos() / 1e6));
        return call;
    }

    private void hear(List<Call> calls) {
        long deadline = System.nanoTime() + GREETING.toNanos();
        HearingMatrix matrix = HearingMatrix.measure(LISTENING, calls);
        while (!matrix.faults().isEmpty() && System.nanoTime() - deadline < 0) {
            matrix = HearingMatrix.measure(LISTENING, calls);
        }
        protocol.shows("Who hears whom, in dB relative to what was said (- is nothing):\n" + matrix);
        matrix.faults().forEach(protocol::wrong);
    }

    private <T extends ConferenceEvent> void expectNews(ConferenceStory story, Class<T> kind, int count) {
        if (story.await(kind, count, NEWS).isEmpty()) {
            protocol.wrong("%d times %s was expected on the topic, but there was: %s"
                    .formatted(count, kind.getSimpleName(), kinds(story)));
        }
    }

    private void expectEnd(ConferenceStory story) {
        if (story.told(ConferenceStarted.class).isEmpty() && !story.told().isEmpty()) {
            protocol.happened("somebody else was in " + room + " before: there it goes on");
            return;
        }
        expectNews(story, ConferenceEnded.class, 1);
        List<Long> sequence =
                story.told().stream().map(ConferenceEvent::sequence).toList();
        if (!sequence.equals(LongStream.rangeClosed(1, sequence.size()).boxed().toList())) {
            protocol.wrong("the events are not in sequence: " + sequence);
        }
    }

    private static List<String> kinds(ConferenceStory story) {
        return story.told().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private void tell(ConferenceEvent event) {
        String what = switch (event) {
            case ConferenceStarted started -> "the conference has started";
            case ParticipantJoined joined -> {
                numbers.put(joined.participant().toString(), joined.number());
                yield joined.number() + " has joined";
            }
            case ParticipantLeft left ->
                numbers.getOrDefault(left.participant().toString(), "somebody") + " has left: " + left.reason();
            case ConferenceEnded ended -> "the conference has ended";
        };
        protocol.happened("event %d: %s (%s)".formatted(event.sequence(), what, event.cause()));
    }
}
