package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every variable that a container gets is one that its program asks for. */
class SettingsTest {
    private static final List<Mappings> SHARED = Stream.of("messaging", "access")
            .map(ServiceSources::code)
            .map(Mappings::new)
            .toList();

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
    @EnumSource
    void aServiceAsksForEveryVariableThatItGets(Service service) {
        ServiceSources sources = service.sources();
        Set<String> known = new TreeSet<>(OTHERS);
        known.addAll(sources.variables());
        known.add("PARLEY_TOPICS_CREATE"); // TopicProvisioner's @ConfigProperty
        Stream.concat(
                        Stream.of(sources.settings(), sources.mapped()),
                        SHARED.stream().map(Mappings::settings))
                .flatMap(Set::stream)
                .map(SettingsTest::variable)
                .forEach(known::add);
        assertThat(variablesOf(service.component())).isSubsetOf(known);
    }

    /** Those without a default have to be given, or the service does not start. */
    @ParameterizedTest
    @EnumSource
    void aServiceGetsEveryVariableWithoutADefault(Service service) {
        assertThat(variablesOf(service.component()))
                .containsAll(service.sources().needed());
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

    @Test
    void rtpengineAsksForEveryVariableThatItGets() {
        assertThat(variablesOf("rtpengine"))
                .containsAll(variablesOfTheMediaServer())
                .isSubsetOf(Stream.concat(variablesOfTheMediaServer().stream(), Stream.of("NODE_IP", "TZ"))
                        .toList());
    }

    /** Those that its comment explains. */
    private static Set<String> variablesOfTheMediaServer() {
        return Pattern.compile("PARLEY_RTPENGINE_[A-Z_]+[A-Z]")
                .matcher(ServiceSources.text(Renders.ROOT.resolve("images/run/media-server")))
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the chart says unless told otherwise is what the file says. */
    @Test
    void theChartStartsRtpengineAsItsFileSays() {
        JsonNode values = Renders.CHART.defaults().tree().path("rtpengine");
        assertThat(ServiceSources.text(Renders.ROOT.resolve("rtpengine/rtpengine.conf")))
                .contains(
                        "\nnum-threads = " + values.path("numThreads").asText() + "\n",
                        "\nmedia-num-threads = "
                                + values.path("mediaNumThreads").asText() + "\n",
                        "\ntimer-accuracy = " + values.path("timerAccuracy").asText() + "\n",
                        "\npoller-per-thread = "
                                + values.path("pollerPerThread").asText() + "\n");
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
}
