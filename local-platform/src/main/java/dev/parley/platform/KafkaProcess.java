package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Kafka as a process of its own: {@code KafkaProcess <directory> <port> [<host>]}. Ends gracefully on SIGTERM.
 *
 * <p>With a host, a name or address of this machine, it serves the network under that name.
 */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String host = arguments.length > 2 ? arguments[2] : EmbeddedKafka.LOOPBACK;
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), host, Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("Kafka is ready at " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
