package dev.parley.deployment;

import dev.parley.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a service says of itself: its application.properties, and the settings and topics that its code names. */
final class ServiceSources {
    private static final Pattern TOPIC = Pattern.compile("Topics\\.([A-Z_]+)\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(\\})?");

    private final Path code;
    private final Properties properties = new Properties();

    /** @param module its folder */
    ServiceSources(String module) {
        code = code(module);
        try (var in = Files.newBufferedReader(code.resolveSibling("resources/application.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a module's sources are. */
    static Path code(String module) {
        return Renders.ROOT.resolve(module).resolve("src/main/java");
    }

    /** Topics of channels that come in. */
    Set<String> reads() {
        return topics("mp.messaging.incoming.", List.of(".topic", ".topics"));
    }

    /** Topics of channels that go out, dead letters among them. */
    Set<String> writes() {
        Set<String> writes = topics("mp.messaging.outgoing.", List.of(".topic"));
        properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith("dead-letter-queue.topic"))
                .forEach(name -> writes.add(properties.getProperty(name)));
        return writes;
    }

    private Set<String> topics(String prefix, List<String> suffixes) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix)
                        && suffixes.stream().anyMatch(name::endsWith)
                        && !name.endsWith("dead-letter-queue.topic"))
                .flatMap(name -> Stream.of(properties.getProperty(name).split(",", -1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Topics that its code names itself. */
    Set<String> named() {
        Set<String> topics = new TreeSet<>();
        for (Path file : files(code, ".java")) {
            Matcher found = TOPIC.matcher(text(file));
            while (found.find()) {
                topicOf(found.group(1)).ifPresent(topics::add);
            }
        }
        return topics;
    }

    private static Optional<String> topicOf(String constant) {
        try {
            return Topics.class.getField(constant).get(null) instanceof String topic
                    ? Optional.of(topic)
                    : Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("Topics has no " + constant, e);
        }
    }

    /** Consumer groups, up to what differs from process to process. */
    Set<String> groups() {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".group.id"))
                .map(name -> properties.getProperty(name).replaceFirst("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Environment variables that application.properties asks for. */
    Set<String> variables() {
        return properties.values().stream()
                .flatMap(ServiceSources::references)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those among them that have no default, what is a profile's alone left aside: without them it does not start. */
    Set<String> needed() {
        return properties.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%"))
                .map(properties::getProperty)
                .flatMap(ServiceSources::references)
                .filter(found -> found.group(2) != null)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> references(Object value) {
        return VARIABLE.matcher(value.toString()).results();
    }

    /** The names of all settings in application.properties. */
    Set<String> settings() {
        return properties.stringPropertyNames();
    }

    /** The names of all settings that its code maps. */
    Set<String> mapped() {
        return new Mappings(code).settings();
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(it -> it.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
