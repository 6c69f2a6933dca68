package dev.parley.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom each component is told to speak to, by the variables, arguments and files that it is started with. */
final class Destinations {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9()$_.-]+):([0-9]{1,5})(?:/(tcp|udp))?");
    private static final String WITHIN = ".parley.svc.cluster.local";

    private final List<Manifest> render;

    Destinations(List<Manifest> render) {
        this.render = render;
    }

    Set<Arrow> all() {
        Set<Arrow> arrows = new TreeSet<>();
        for (Manifest manifest : render) {
            if (manifest.hasPods()) {
                manifest.pod().path("containers").forEach(it -> addOf(manifest.component(), it, arrows));
            }
            if (manifest.is("ConfigMap") && manifest.component().equals("kamailio")) {
                String list = manifest.at("/data/dispatcher.list").asText();
                list.lines().forEach(line -> addHosts("kamailio", line.replaceFirst("^1 sip:", ""), "TCP", arrows));
            }
        }
        return arrows;
    }

    private void addOf(String component, JsonNode container, Set<Arrow> arrows) {
        Map<String, String> variables = new HashMap<>();
        container
                .path("env")
                .forEach(it -> variables.put(
                        it.path("name").asText(),
                        it.has("value")
                                ? it.path("value").asText()
                                : "$(" + it.at("/valueFrom/fieldRef/fieldPath").asText() + ")"));
        variables.forEach((name, value) -> {
            switch (name) {
                case "KAFKA_BOOTSTRAP_SERVERS", "PARLEY_CALL_CONTROL_SIP_EDGE" ->
                    addHosts(component, value, "TCP", arrows);
                case "PARLEY_TEST_EDGE" -> addHosts(component, value, "UDP", arrows);
                case "PARLEY_DB_URL" -> addHosts(component, value.replace("jdbc:postgresql://", ""), "TCP", arrows);
                case "PARLEY_KAMAILIO_DB_URL" -> addHosts(component, value.replaceFirst("^.*@", ""), "TCP", arrows);
                case "OTEL_EXPORTER_OTLP_ENDPOINT" -> addHosts(component, value.replace("http://", ""), "TCP", arrows);
                case "QUARKUS_OIDC_AUTH_SERVER_URL" ->
                    addHosts(component, value.replaceFirst("^https://([^/]+)/.*", "$1:443"), "TCP", arrows);
                case "PARLEY_MEDIA_NG_HOST" -> {
                    String port = variables.get("PARLEY_MEDIA_NG_PORT");
                    arrows.add(new Arrow(component, "rtpengine", "UDP", port));
                    arrows.add(new Arrow(component, "rtpengine", "TCP", port));
                }
                default -> {}
            }
        });
        for (JsonNode argument : container.path("args")) {
            String text = argument.asText();
            if (text.startsWith("--dtmf-log-dest=")) {
                addHosts(component, text.substring("--dtmf-log-dest=".length()), "UDP", arrows);
            }
        }
    }

    private void addHosts(String from, String text, String protocol, Set<Arrow> arrows) {
        Matcher found = HOST.matcher(text);
        while (found.find()) {
            arrows.add(new Arrow(from, whois(found.group(1)), protocol, port(found.group(1), found.group(2))));
        }
    }

    private static String whois(String host) {
        return switch (host) {
            case "kafka.example.com" -> "Kafka";
            case "db.example.com" -> "PostgreSQL";
            case "id.example.com" -> "token issuer";
            case "collector.example.com" -> "trace collector";
            default -> host;
        };
    }

    /** A name within the cluster stands for the service's component, and its port for the container's. */
    private String port(String host, String port) {
        return host.endsWith(WITHIN) ? containerPort(host, port) : port;
    }

    private String containerPort(String host, String port) {
        Manifest service = service(host);
        JsonNode found = service.at("/spec/ports")
                .valueStream()
                .filter(it -> it.path("port").asText().equals(port))
                .findFirst()
                .orElseThrow(() -> new AssertionError(service.id() + " has no port " + port));
        return render.stream()
                .filter(it -> it.hasPods() && it.component().equals(service.component()))
                .flatMap(it -> it.pod().path("containers").valueStream())
                .flatMap(it -> it.path("ports").valueStream())
                .filter(it -> it.path("name").equals(found.path("targetPort")))
                .map(it -> it.path("containerPort").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody listens at " + host + ":" + port));
    }

    /** The component that a host name within the cluster belongs to. */
    Arrow named(Arrow arrow) {
        return arrow.to().endsWith(WITHIN)
                ? new Arrow(arrow.from(), service(arrow.to()).component(), arrow.protocol(), arrow.port())
                : arrow;
    }

    private Manifest service(String host) {
        String[] labels = host.substring(0, host.length() - WITHIN.length()).split("\\.");
        String name = labels[labels.length - 1];
        Manifest service = render.stream()
                .filter(it -> it.is("Service") && it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No Service is named " + name + ", of " + host));
        // A pod's own name is known in DNS only below a service without an address.
        if (labels.length > 1 && !service.at("/spec/clusterIP").asText().equals("None")) {
            throw new AssertionError(host + " is below " + service.id() + ", which has an address of its own");
        }
        return service;
    }
}
