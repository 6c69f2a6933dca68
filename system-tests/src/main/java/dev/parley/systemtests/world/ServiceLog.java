package dev.parley.systemtests.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a service has written since it was started. */
public final class ServiceLog {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    /** @param home the folder of {@code ./parley} */
    public ServiceLog(Path home, String service) {
        file = home.resolve(".parley/logs").resolve(service + ".log");
    }

    /** The last message that begins so. */
    public Optional<String> last(String beginning) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> message(line).stream())
                    .filter(message -> message.startsWith(beginning))
                    .reduce((_, later) -> later);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> message(String line) {
        try {
            return Optional.of(JSON.readTree(line).path("message").asText());
        } catch (JsonProcessingException e) {
            // Before logging begins, a JVM writes as it likes.
            return Optional.empty();
        }
    }
}
