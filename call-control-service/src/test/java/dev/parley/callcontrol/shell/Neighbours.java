package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Family;
import dev.parley.contracts.LegMessage;
import dev.parley.contracts.Reading;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.LedgerEntry;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaEvent;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services, as far as Kafka shows them: what they would read, and what they would say. */
final class Neighbours implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    /** Legs and calls of tests that are over: what still comes of them is nobody's business. */
    private static final Set<String> PAST = ConcurrentHashMap.newKeySet();

    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final KafkaProducer<String, byte[]> producer;
    private final DigitSeal seal;
    private final Map<Class<?>, LinkedBlockingQueue<Object>> told = new ConcurrentHashMap<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread reader;

    /** A room's plan that was taken back. */
    record PlanGone(String room) {}

    Neighbours(String bootstrap, DigitSeal seal) {
        this.seal = seal;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer());
        reader = Thread.ofPlatform().daemon().start(() -> read(bootstrap));
    }

    private void read(String bootstrap) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = java.util.stream.Stream.of(
                            Topics.CALL_EVENTS, Topics.CALL_RECORDS, Topics.MEDIA_COMMANDS, Topics.MEDIA_PLANS)
                    .flatMap(topic -> java.util.stream.IntStream.range(0, Topics.PARTITIONS)
                            .mapToObj(number -> new TopicPartition(topic, number)))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            add("ready");
            while (open.get()) {
                consumer.poll(Duration.ofMillis(100)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<String, byte[]> consumed) {
        if (consumed.value() == null) {
            hear(new PlanGone(consumed.key()), List.of(consumed.key()));
            return;
        }
        Class<?> family = switch (consumed.topic()) {
            case Topics.CALL_EVENTS -> CallEvent.class;
            case Topics.CALL_RECORDS -> LedgerEntry.class;
            case Topics.MEDIA_COMMANDS -> MediaCommand.class;
            default -> AudioPlan.class;
        };
        if (Family.of(family).read(consumed.value()) instanceof Reading.Understood<?>(Object message)) {
            hear(message, about(message));
        }
    }

    /** What it is about that no other test's messages are about: legs, and the rooms of calls between two. */
    private static List<String> about(Object message) {
        return switch (message) {
            case LegMessage ofLeg
            when ofLeg.room().isCall() ->
                List.of(ofLeg.leg().value(), ofLeg.room().value());
            case LegMessage ofLeg -> List.of(ofLeg.leg().value());
            case CallRecord left -> List.of(left.leg().value(), left.call().value());
            case AudioPlan plan -> List.of(plan.room().value());
            default -> List.of();
        };
    }

    private void hear(Object message, List<String> subjects) {
        present.addAll(subjects);
        if (Collections.disjoint(PAST, subjects)) {
            add(message);
        }
    }

    /** The next message of this kind. */
    <T> T await(Class<T> kind) {
        try {
            Object next = told(kind).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a " + kind.getSimpleName() + " within time").isNotNull();
            return kind.cast(next);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private LinkedBlockingQueue<Object> told(Class<?> kind) {
        return told.computeIfAbsent(kind, _ -> new LinkedBlockingQueue<>());
    }

    private void add(Object message) {
        told(message.getClass()).add(message);
    }

    void awaitReady() {
        await(String.class);
    }

    /** Whether a message of this kind waits unread. */
    boolean has(Class<?> kind) {
        return !told(kind).isEmpty();
    }

    void command(int instance, CallCommand command) {
        byte[] bytes = Family.of(CallCommand.class).write(command);
        send(new ProducerRecord<>(Topics.CALL_COMMANDS, instance, command.leg().value(), bytes));
    }

    void publish(DirectoryEntry entry) {
        send(new ProducerRecord<>(
                Topics.DIRECTORY_ENTRIES,
                entry.key(),
                Family.of(DirectoryEntry.class).write(entry)));
    }

    /** A key, as media-adapter tells of it. */
    void press(RoomId room, LegId leg, String digit) {
        MediaEvent pressed = new MediaEvent.DigitPressed(room, leg, seal.seal(leg.value(), digit));
        send(new ProducerRecord<>(
                Topics.MEDIA_EVENTS, room.value(), Family.of(MediaEvent.class).write(pressed)));
    }

    /** The party of a leg is not heard of any more. */
    void lose(RoomId room, LegId leg) {
        MediaEvent lost = new MediaEvent.LegMediaLost(room, leg);
        send(new ProducerRecord<>(
                Topics.MEDIA_EVENTS, room.value(), Family.of(MediaEvent.class).write(lost)));
    }

    void garbage(String topic, int partition) {
        send(new ProducerRecord<>(topic, partition, UUID.randomUUID().toString(), new byte[] {1, 2, 3}));
    }

    private void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        open.set(false);
        reader.join();
        PAST.addAll(present);
        producer.close();
    }
}
