package dev.parley.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka node, broker and controller in one (KRaft), inside this JVM.
 *
 * <p>Everything is replicated once: right for one machine and for tests, not for a cluster.
 */
public final class EmbeddedKafka implements AutoCloseable {
    static final String LOOPBACK = "127.0.0.1";

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final Optional<Path> discarded;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers, Optional<Path> discarded) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.discarded = discarded;
    }

    /** Starts an empty node that leaves nothing behind; for tests. */
    public static EmbeddedKafka startEmpty(int port) throws IOException {
        Path directory = Files.createTempDirectory("parley-kafka");
        String bootstrapServers = LOOPBACK + ":" + port;
        return new EmbeddedKafka(
                startServer(directory, bootstrapServers, port + 1), bootstrapServers, Optional.of(directory));
    }

    /**
     * Starts the node; the directory is formatted the first time. Returns when the broker has started.
     *
     * @param directory keeps the log segments
     * @param host a name or address of this machine, where clients find it
     * @param port for clients; the controller listens on the next one, on the loopback address alone
     * @throws IOException when the directory cannot be written
     */
    public static EmbeddedKafka start(Path directory, String host, int port) throws IOException {
        String bootstrapServers = host + ":" + port;
        return new EmbeddedKafka(
                startServer(directory, bootstrapServers, port + 1), bootstrapServers, Optional.empty());
    }

    private static KafkaRaftServer startServer(Path directory, String clients, int controllerPort) throws IOException {
        Files.createDirectories(directory);
        Properties settings = settings(directory.resolve("log"), clients, LOOPBACK + ":" + controllerPort);
        if (!Files.exists(directory.resolve("log/meta.properties"))) {
            format(directory, settings);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    private static void format(Path directory, Properties settings) throws IOException {
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int failed = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, quiet);
        if (failed != 0) {
            throw new IOException("Could not format the Kafka directory " + directory);
        }
    }

    private static Properties settings(Path log, String clients, String controller) {
        Properties settings = new Properties();
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("node.id", "1");
        settings.setProperty("controller.quorum.voters", "1@" + controller);
        settings.setProperty("listeners", "CLIENTS://" + clients + ",CONTROLLER://" + controller);
        settings.setProperty("advertised.listeners", "CLIENTS://" + clients);
        settings.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", "CLIENTS");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("log.dirs", log.toString());
        settings.setProperty("auto.create.topics.enable", "false");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("offsets.topic.num.partitions", "4");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("transaction.state.log.num.partitions", "4");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        settings.setProperty("group.min.session.timeout.ms", "1000");
        settings.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("num.recovery.threads.per.data.dir", "1");
        return settings;
    }

    /** What a client calls {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        discarded.ifPresent(EmbeddedKafka::delete);
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + directory, e);
        }
    }
}
