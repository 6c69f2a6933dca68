package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every variable that a container gets is one that its program asks for. */
class SettingsTest {
    private static final List<String> SHARED = List.of("messaging", "access");

    /** Quarkus' own settings that are used, each looked up in its documentation, and those that only other variables use. */
    private static final Set<String> OTHERS = Set.of(
            "JDK_JAVA_OPTIONS",
            "POD_NAME",
            "POD_IP",
            "QUARKUS_HTTP_HOST",
            "QUARKUS_HTTP_PORT",
            "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING",
            "QUARKUS_FLYWAY_MIGRATE_AT_START",
            "QUARKUS_FLYWAY_VALIDATE_AT_START",
            "QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS",
            "QUARKUS_INIT_AND_EXIT",
            "QUARKUS_OIDC_AUTH_SERVER_URL",
            "QUARKUS_OIDC_CLIENT_ID",
            "QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_EXPORTER_OTLP_PROTOCOL",
            "OTEL_TRACES_SAMPLER_ARG",
            "QUARKUS_LOG_LEVEL",
            "KAFKA_SECURITY_PROTOCOL",
            "KAFKA_SSL_TRUSTSTORE_TYPE",
            "KAFKA_SSL_TRUSTSTORE_CERTIFICATES",
            "KAFKA_SASL_MECHANISM",
            "KAFKA_SASL_JAAS_CONFIG");

    @ParameterizedTest
    @CsvSource({
        "call-control, call-control-service",
        "conference, conference-service",
        "directory, directory-service",
        "media-adapter, media-adapter"
    })
    void aServiceAsksForEveryVariableThatItGets(String component, String module) throws IOException {
        Set<String> known = new TreeSet<>(OTHERS);
        ServiceSources sources = new ServiceSources(module);
        known.addAll(sources.variables());
        sources.settings().forEach(it -> known.add(variable(it)));
        known.addAll(mapped(module));
        for (String shared : SHARED) {
            known.addAll(mapped(shared));
        }
        known.add("PARLEY_TOPICS_CREATE"); // TopicProvisioner's @ConfigProperty
        assertThat(variablesOf(component)).isSubsetOf(known);
    }

    /** Those without a default have to be given, or the service does not start. */
    @ParameterizedTest
    @CsvSource({
        "call-control, call-control-service",
        "conference, conference-service",
        "directory, directory-service",
        "media-adapter, media-adapter"
    })
    void aServiceGetsEveryVariableWithoutADefault(String component, String module) {
        String properties =
                ServiceSources.text(Renders.ROOT.resolve(module).resolve("src/main/resources/application.properties"));
        Matcher found =
                Pattern.compile("(?m)^(?![#%]).*\\$\\{([A-Z][A-Z0-9_]+)\\}").matcher(properties);
        Set<String> needed = new TreeSet<>();
        while (found.find()) {
            needed.add(found.group(1));
        }
        assertThat(variablesOf(component)).containsAll(needed);
    }

    @Test
    void theEdgeAsksForEveryVariableThatItGets() {
        Set<String> known =
                new TreeSet<>(Set.of("DB_USER", "DB_PASSWORD", "PARLEY_POD_IP", "PGSSLMODE", "PGSSLROOTCERT"));
        Matcher found = Pattern.compile("#!(?:try)?defenvs? ([A-Z_0-9]+)")
                .matcher(ServiceSources.text(Renders.ROOT.resolve("kamailio/settings.cfg")));
        while (found.find()) {
            known.add(found.group(1));
        }
        assertThat(variablesOf("kamailio")).isSubsetOf(known);
        assertThat(variablesOf("kamailio")).contains("PARLEY_KAMAILIO_DB_URL", "PARLEY_SIP_KEY");
    }

    /** The edge's files are those that the chart's local.cfg counts on. */
    @Test
    void theEdgeReadsWhatTheChartDefines() {
        String http = ServiceSources.text(Renders.ROOT.resolve("kamailio/http.cfg"));
        assertThat(http)
                .contains(
                        "#!ifdef WITH_HTTP", "#!ifdef WITH_WEBSOCKET", "PARLEY_HTTP_PORT 8085", "PARLEY_WSS_PORT 8443");
        assertThat(ServiceSources.text(Renders.ROOT.resolve("kamailio/kamailio.cfg")))
                .contains("import_file \"local.cfg\"", "include_file \"http.cfg\"");
    }

    /** Instances are partitions: there can be no more of the one than of the other. */
    @Test
    void thereAreAsManyCallControlsAsPartitionsAtMost() {
        JsonNode schema = Yaml.read(Renders.ROOT.resolve("helm/parley/values.schema.json"));
        JsonNode callControl = schema.at("/properties/callControl/properties");
        assertThat(callControl.at("/replicas/maximum").asInt()).isEqualTo(dev.parley.contracts.Topics.PARTITIONS);
        assertThat(callControl.at("/autoscaling/properties/maxReplicas/maximum").asInt())
                .isEqualTo(dev.parley.contracts.Topics.PARTITIONS);
    }

    private static Set<String> variablesOf(String component) {
        return Renders.all().values().stream()
                .flatMap(List::stream)
                .filter(it -> it.hasPods() && it.component().equals(component))
                .flatMap(it -> it.pod().path("containers").valueStream())
                .flatMap(it -> it.path("env").valueStream())
                .map(it -> it.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The variables of all {@code @ConfigMapping} interfaces of a module, read from their sources. */
    private static Set<String> mapped(String module) throws IOException {
        Set<String> variables = new TreeSet<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> walk = Files.walk(Renders.ROOT.resolve(module).resolve("src/main/java"))) {
            List<Path> mappings = walk.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> ServiceSources.text(it).contains("@ConfigMapping("))
                    .toList();
            if (mappings.isEmpty()) {
                return variables;
            }
            var task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(mappings));
            for (var unit : task.parse()) {
                for (Tree type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree mapping) {
                        add(prefix(mapping), mapping, nested(mapping), variables);
                    }
                }
            }
        }
        return variables;
    }

    private static String prefix(ClassTree mapping) {
        return mapping.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::toString)
                .filter(it -> it.contains("ConfigMapping"))
                .map(it -> it.replaceFirst("(?s).*prefix\\s*=\\s*\"([^\"]+)\".*", "$1"))
                .findFirst()
                .orElse("");
    }

    private static Map<String, ClassTree> nested(ClassTree mapping) {
        return mapping.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .collect(Collectors.toMap(it -> it.getSimpleName().toString(), it -> it));
    }

    private static void add(String prefix, ClassTree type, Map<String, ClassTree> nested, Set<String> variables) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method) {
                String name = prefix + "."
                        + method.getName()
                                .toString()
                                .replaceAll("([a-z])([A-Z])", "$1-$2")
                                .toLowerCase(Locale.ROOT);
                ClassTree below = nested.get(method.getReturnType().toString());
                if (below == null || below.getKind() == Tree.Kind.ENUM) {
                    variables.add(variable(name));
                } else {
                    add(name, below, nested, variables);
                }
            }
        }
    }
}
