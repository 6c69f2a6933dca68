package dev.parley.conference.adapter;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import dev.parley.contracts.RoomMessage;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.LedgerEntry;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The other services, as far as conference-service can see them: says what they say, and keeps what they would read. */
final class Bus implements AutoCloseable {
    private static final Map<String, Family<?>> FAMILIES = Map.of(
            Topics.CALL_COMMANDS, Family.of(CallCommand.class),
            Topics.MEDIA_COMMANDS, Family.of(MediaCommand.class),
            Topics.MEDIA_PLANS, Family.of(AudioPlan.class),
            Topics.CONFERENCE_EVENTS, Family.of(ConferenceEvent.class));

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Queue<RoomMessage> heard = new ConcurrentLinkedQueue<>();
    private final Queue<ConsumerRecord<String, byte[]>> deadLetters = new ConcurrentLinkedQueue<>();
    private final Queue<ConsumerRecord<String, byte[]>> records = new ConcurrentLinkedQueue<>();
    private final Thread ear;

    Bus(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest", "group.id", "test-bus");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(
                Topics.CALL_COMMANDS,
                Topics.MEDIA_COMMANDS,
                Topics.MEDIA_PLANS,
                Topics.CONFERENCE_EVENTS,
                Topics.CALL_RECORDS,
                Topics.DEAD_LETTERS));
        ear = Thread.ofPlatform().daemon().start(this::listen);
    }

    private void listen() {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::hear);
            }
        } catch (WakeupException closed) {
            // The test is over.
        }
    }

    private void hear(ConsumerRecord<String, byte[]> consumed) {
        if (consumed.topic().equals(Topics.DEAD_LETTERS)) {
            deadLetters.add(consumed);
            return;
        }
        records.add(consumed);
        if (consumed.topic().equals(Topics.CALL_RECORDS)) {
            return;
        }
        if (FAMILIES.get(consumed.topic()).read(consumed.value())
                instanceof Reading.Understood<?>(RoomMessage message)) {
            heard.add(message);
        } else {
            throw new AssertionError("Not a message of its topic: " + consumed);
        }
    }

    void say(CallEvent event) {
        send(
                Topics.CALL_EVENTS,
                event.room().value(),
                Family.of(CallEvent.class).write(event));
    }

    void say(MediaEvent event) {
        send(
                Topics.MEDIA_EVENTS,
                event.room().value(),
                Family.of(MediaEvent.class).write(event));
    }

    void say(LedgerEntry left) {
        send(Topics.CALL_RECORDS, left.id(), Family.of(LedgerEntry.class).write(left));
    }

    void publish(DirectoryEntry entry) {
        send(
                Topics.DIRECTORY_ENTRIES,
                entry.key(),
                Family.of(DirectoryEntry.class).write(entry));
    }

    /** The directory no longer has it. */
    void takeBack(String key) {
        send(Topics.DIRECTORY_ENTRIES, key, null);
    }

    void sayRaw(String topic, String key, String text) {
        send(topic, key, text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(String topic, String key, byte @Nullable [] value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record", e);
        }
    }

    /** All that was said about a room so far, by kind, in order within each topic. */
    <T extends RoomMessage> List<T> heard(RoomId room, Class<T> kind) {
        return heard.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(message -> message.room().equals(room))
                .toList();
    }

    /** The records as they came, for a look at key, partition and headers. */
    List<ConsumerRecord<String, byte[]>> records(String topic, String key) {
        return records.stream()
                .filter(found -> found.topic().equals(topic) && found.key().equals(key))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> deadLetters(String key) {
        return deadLetters.stream().filter(found -> found.key().equals(key)).toList();
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        ear.join();
        producer.close();
    }
}
