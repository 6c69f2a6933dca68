package dev.parley.platform;

import java.io.IOException;
import java.nio.file.Path;

/** Kafka as a process of its own: {@code KafkaProcess <directory> <port>}. Ends gracefully on SIGTERM. */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("Kafka is ready at " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
