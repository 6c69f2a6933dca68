package dev.parley.systemtests;

import dev.parley.contracts.Topics;
import dev.parley.systemtests.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Slips messages into topics past their owners, and reads what ended among the dead letters from then on. */
final class DeadLetters implements AutoCloseable {
    private final KafkaProducer<String, byte[]> writer;
    private final KafkaConsumer<String, byte[]> reader;
    private final List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();

    DeadLetters(World world) {
        String servers = world.kafka().bootstrapServers();
        writer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers, ProducerConfig.ACKS_CONFIG, "all"),
                new StringSerializer(),
                new ByteArraySerializer());
        reader = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = reader.partitionsFor(Topics.DEAD_LETTERS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        reader.assign(partitions);
        reader.seekToEnd(partitions);
        partitions.forEach(reader::position);
    }

    /** Writes bytes to the partition that messages with this key have. */
    void slip(String topic, String key, String message) throws ExecutionException, InterruptedException {
        writer.send(new ProducerRecord<>(topic, key, message.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    /** Says of a key of a compacted topic that there is nothing of it any more. */
    void takeBack(String topic, String key) throws ExecutionException, InterruptedException {
        writer.send(new ProducerRecord<>(topic, key, null)).get();
    }

    /** Writes bytes to the partition of the first instance, which this system has. */
    void slipToFirstInstance(String topic, String message) throws ExecutionException, InterruptedException {
        writer.send(new ProducerRecord<>(
                        topic, 0, UUID.randomUUID().toString(), message.getBytes(StandardCharsets.UTF_8)))
                .get();
    }

    /** Whether this message has come here, with a cause. */
    boolean has(String message) {
        reader.poll(Duration.ofMillis(100)).forEach(read::add);
        return read.stream()
                .anyMatch(letter -> new String(letter.value(), StandardCharsets.UTF_8).equals(message)
                        && letter.headers().lastHeader("dead-letter-reason") != null);
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
