package dev.parley.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows that the NetworkPolicies of a render allow. */
final class Walls {
    /** Values by which everybody outside of Parley is told apart, and all that can be switched on is on. */
    static final Settings MARKED = Settings.of("""
            networkPolicy:
              nodes: [192.0.2.0/28]
              phones: [198.51.100.0/24]
              dns: [{ipBlock: {cidr: 203.0.113.1/32}}]
              kafka: [{ipBlock: {cidr: 203.0.113.2/32}}]
              postgres: [{ipBlock: {cidr: 203.0.113.3/32}}]
              apiClients: [{ipBlock: {cidr: 203.0.113.4/32}}]
              monitoring: [{ipBlock: {cidr: 203.0.113.5/32}}]
              oidc: [{ipBlock: {cidr: 203.0.113.6/32}}]
              tracing: [{ipBlock: {cidr: 203.0.113.7/32}}]
              webhooks: {to: [203.0.113.128/25], except: []}
            kafka: {bootstrapServers: "kafka.example.com:9092"}
            postgres: {host: db.example.com}
            oidc: {enabled: true, authServerUrl: "https://id.example.com/realms/parley"}
            tracing: {enabled: true, endpoint: "http://collector.example.com:4317"}
            kamailio: {tls: {enabled: true, existingSecret: sip}, wss: {enabled: true}}
            conference: {webhooks: {allowHttp: true}}
            """);

    private static final Map<String, String> NAMES = Map.of(
            "192.0.2.0/28", "rtpengine",
            "198.51.100.0/24", "phones and trunks",
            "203.0.113.1/32", "DNS",
            "203.0.113.2/32", "Kafka",
            "203.0.113.3/32", "PostgreSQL",
            "203.0.113.4/32", "API clients",
            "203.0.113.5/32", "Prometheus",
            "203.0.113.6/32", "token issuer",
            "203.0.113.7/32", "trace collector",
            "203.0.113.128/25", "webhook receivers");

    private final List<Manifest> policies;

    Walls(List<Manifest> render) {
        policies = render.stream()
                .filter(it -> it.is("NetworkPolicy") && !it.name().endsWith("default-deny"))
                .toList();
    }

    /** What may leave a component. */
    Set<Arrow> outwards() {
        return arrows("egress", "to");
    }

    /** What may enter a component. */
    Set<Arrow> inwards() {
        return arrows("ingress", "from");
    }

    /** All of both. An arrow between two components is in both, or nothing passes. */
    Set<Arrow> all() {
        return Stream.of(inwards(), outwards()).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Arrow> arrows(String direction, String peers) {
        Set<Arrow> arrows = new TreeSet<>();
        for (Manifest policy : policies) {
            for (JsonNode rule : policy.spec().path(direction)) {
                for (JsonNode peer : rule.path(peers)) {
                    for (JsonNode port : rule.path("ports")) {
                        arrows.add(arrow(direction, policy.component(), name(peer), port));
                    }
                }
            }
        }
        return arrows;
    }

    private static Arrow arrow(String direction, String own, String other, JsonNode port) {
        String ports = port.path("port").asText()
                + (port.has("endPort") ? "-" + port.path("endPort").asText() : "");
        String protocol = port.path("protocol").asText();
        return direction.equals("egress")
                ? new Arrow(own, other, protocol, ports)
                : new Arrow(other, own, protocol, ports);
    }

    private static String name(JsonNode peer) {
        String component =
                peer.at("/podSelector/matchLabels/app.kubernetes.io~1component").asText();
        return component.isEmpty() ? NAMES.getOrDefault(peer.at("/ipBlock/cidr").asText(), peer.toString()) : component;
    }
}
