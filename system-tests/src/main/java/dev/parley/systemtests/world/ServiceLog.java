package dev.parley.systemtests.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

    /** The fields ({@code mdc}) of all lines whose message begins so, oldest first. */
    public List<Map<String, String>> fields(String beginning) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line ->
                            message(line).filter(it -> it.startsWith(beginning)).isPresent())
                    .map(ServiceLog::fieldsOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fieldsOf(String line) {
        try {
            Map<String, String> fields = new TreeMap<>();
            JSON.readTree(line)
                    .path("mdc")
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            return fields;
        } catch (JsonProcessingException e) {
            return Map.of();
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
