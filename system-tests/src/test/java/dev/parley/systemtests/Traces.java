package dev.parley.systemtests;

import dev.parley.systemtests.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** All that the system writes down: every log, every record of every topic, every row of every table. */
final class Traces {
    private static final List<String> OWNERS = List.of("directory", "conference", "kamailio");
    private static final String TABLES = """
            select table_name from information_schema.tables
             where table_schema = ? and table_type = 'BASE TABLE'""";

    private final World world;
    private final Path state;

    /** @param home the folder of {@code ./parley} */
    Traces(World world, Path home) {
        this.world = world;
        this.state = home.resolve(".parley");
    }

    /** Where something that looks so has been written, place by place. */
    Map<String, TreeSet<String>> of(Map<String, Pattern> wanted) {
        Map<String, TreeSet<String>> found = new HashMap<>();
        BiConsumer<String, String> reader = (place, text) -> wanted.forEach((name, pattern) -> {
            if (pattern.matcher(text).find()) {
                found.computeIfAbsent(name, _ -> new TreeSet<>()).add(place);
            }
        });
        try {
            logs(reader);
            topics(reader);
            for (String owner : OWNERS) {
                tables(owner, reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException | ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private void logs(BiConsumer<String, String> reader) throws IOException {
        try (Stream<Path> files = Files.walk(state.resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.forEach(line -> reader.accept("log " + file.getFileName(), line));
                }
            }
        }
    }

    private void topics(BiConsumer<String, String> reader) throws ExecutionException, InterruptedException {
        Map<String, Object> kafka =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, world.kafka().bootstrapServers());
        try (Admin admin = Admin.create(kafka);
                var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : admin.listTopics().names().get()) {
                consumer.partitionsFor(topic)
                        .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Predicate<TopicPartition> unread = partition -> consumer.position(partition) < ends.get(partition);
            while (partitions.stream().anyMatch(unread)) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(each -> reader.accept("topic " + each.topic(), text(each)));
            }
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> told) {
        StringBuilder text = new StringBuilder();
        Stream.concat(
                        Stream.of(told.key(), told.value()),
                        Stream.of(told.headers().toArray()).map(header -> header.value()))
                .forEach(bytes -> text.append(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1))
                        .append('\n'));
        return text.toString();
    }

    private void tables(String owner, BiConsumer<String, String> reader) throws IOException, SQLException {
        String password = Files.readString(state.resolve("secrets/db-" + owner)).strip();
        try (Connection connection =
                DriverManager.getConnection(world.database().url(), owner, password)) {
            List<String> tables = new ArrayList<>();
            try (var query = connection.prepareStatement(TABLES)) {
                query.setString(1, owner);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        tables.add(rows.getString(1));
                    }
                }
            }
            for (String table : tables) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows =
                                statement.executeQuery("select t::text from \"%s\".\"%s\" t".formatted(owner, table))) {
                    while (rows.next()) {
                        reader.accept("table " + owner + "." + table, rows.getString(1));
                    }
                }
            }
        }
    }
}
