package dev.parley.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the objects of a render name, and whether it is there. */
final class References {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\(([A-Za-z0-9_]+)\\)");

    private final List<Manifest> render;
    private final Set<String> given = new TreeSet<>();
    private final List<String> dangling = new ArrayList<>();

    References(List<Manifest> render, Settings values) {
        this.render = render;
        collectGiven(values.tree());
    }

    /** Names that the operator vouches for. */
    private void collectGiven(JsonNode values) {
        for (var field : values.properties()) {
            switch (field.getKey()) {
                case "existingSecret", "existingClaim" ->
                    given.add(field.getValue().asText());
                case "existingSecrets" -> field.getValue().forEach(name -> given.add(name.asText()));
                case "pullSecrets" -> field.getValue().forEach(name -> given.add(name.asText()));
                default -> collectGiven(field.getValue());
            }
        }
        if (values.path("serviceAccount").path("create").asText().equals("false")) {
            given.add(values.at("/serviceAccount/name").asText());
        }
    }

    List<String> dangling() {
        render.stream().filter(Manifest::hasPods).forEach(this::lookAtPod);
        render.forEach(manifest -> {
            switch (manifest.kind()) {
                case "Service" -> lookAtService(manifest);
                case "PodDisruptionBudget" ->
                    need(manifest, hasPods(manifest.at("/spec/selector/matchLabels")), "pods");
                case "NetworkPolicy" -> lookAtPolicy(manifest);
                case "HorizontalPodAutoscaler", "ScaledObject" -> lookAtTarget(manifest);
                case "Ingress" -> lookAtIngress(manifest);
                case "ServiceMonitor" -> lookAtMonitor(manifest, "Service", "/spec/endpoints/0/port");
                case "PodMonitor" -> need(manifest, hasPods(manifest.at("/spec/selector/matchLabels")), "pods");
                default -> {}
            }
        });
        return dangling;
    }

    private void need(Manifest manifest, boolean there, String what) {
        if (!there) {
            dangling.add(manifest.id() + " names " + what + ", which is not there");
        }
    }

    private Manifest find(String kind, String name) {
        return render.stream()
                .filter(it -> it.is(kind) && it.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private boolean hasSecret(String name) {
        return given.contains(name)
                || find("KafkaUser", name) != null
                || name.endsWith("-ca") && find("Cluster", name.substring(0, name.length() - 3)) != null
                || name.endsWith("-cluster-ca-cert") && find("Kafka", name.replace("-cluster-ca-cert", "")) != null
                || render.stream()
                        .anyMatch(it -> it.is("Certificate")
                                && it.at("/spec/secretName").asText().equals(name));
    }

    private static boolean matches(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }

    private Stream<Manifest> podsOf(JsonNode selector) {
        return render.stream().filter(Manifest::hasPods).filter(it -> matches(selector, it.podLabels()));
    }

    private boolean hasPods(JsonNode selector) {
        return podsOf(selector).findAny().isPresent();
    }

    private void lookAtPod(Manifest manifest) {
        JsonNode pod = manifest.pod();
        String account = pod.path("serviceAccountName").asText();
        need(manifest, given.contains(account) || find("ServiceAccount", account) != null, "account " + account);
        pod.path("imagePullSecrets")
                .forEach(it -> need(manifest, hasSecret(it.path("name").asText()), "pull secret " + it));
        Set<String> volumes = new HashSet<>();
        pod.path("volumes").forEach(volume -> {
            volumes.add(volume.path("name").asText());
            String claim = volume.at("/persistentVolumeClaim/claimName").asText();
            need(
                    manifest,
                    claim.isEmpty() || given.contains(claim) || find("PersistentVolumeClaim", claim) != null,
                    "claim " + claim);
            String config = volume.at("/configMap/name").asText();
            need(manifest, config.isEmpty() || find("ConfigMap", config) != null, "ConfigMap " + config);
            String secret = volume.at("/secret/secretName").asText();
            need(manifest, secret.isEmpty() || hasSecret(secret), "Secret " + secret);
        });
        need(
                manifest,
                matches(manifest.at("/spec/selector/matchLabels"), manifest.podLabels())
                        || manifest.is("Job")
                        || manifest.is("Pod"),
                "its own pods");
        String service = manifest.at("/spec/serviceName").asText();
        need(manifest, service.isEmpty() || find("Service", service) != null, "Service " + service);
        pod.path("containers").forEach(container -> lookAtContainer(manifest, container, volumes));
    }

    private void lookAtContainer(Manifest manifest, JsonNode container, Set<String> volumes) {
        container
                .path("volumeMounts")
                .forEach(mount ->
                        need(manifest, volumes.contains(mount.path("name").asText()), "volume " + mount));
        Set<String> known = new HashSet<>();
        container.path("env").forEach(variable -> {
            String secret = variable.at("/valueFrom/secretKeyRef/name").asText();
            need(manifest, secret.isEmpty() || hasSecret(secret), "Secret " + secret);
            lookAtVariables(manifest, variable.path("value").asText(), known);
            need(manifest, known.add(variable.path("name").asText()), variable.path("name") + " twice, the second");
        });
        container.path("args").forEach(argument -> lookAtVariables(manifest, argument.asText(), known));
        Set<String> ports = new HashSet<>();
        container
                .path("ports")
                .forEach(port -> need(manifest, ports.add(port.path("name").asText()), "a port twice"));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            String port = container.path(probe).at("/httpGet/port").asText();
            need(manifest, port.isEmpty() || ports.contains(port), "port " + port);
        }
    }

    /** A variable in another's value is one that stands before it. */
    private void lookAtVariables(Manifest manifest, String text, Set<String> known) {
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            need(manifest, known.contains(found.group(1)), "variable " + found.group(1));
        }
    }

    private void lookAtService(Manifest service) {
        Predicate<JsonNode> isThere = port -> podsOf(service.at("/spec/selector"))
                .flatMap(it -> it.pod().path("containers").valueStream())
                .flatMap(it -> it.path("ports").valueStream())
                .anyMatch(it -> it.path("name").equals(port.path("targetPort"))
                        && it.path("protocol").equals(port.path("protocol")));
        service.at("/spec/ports").forEach(port -> need(service, isThere.test(port), "port " + port));
    }

    private void lookAtPolicy(Manifest policy) {
        JsonNode selector = policy.at("/spec/podSelector/matchLabels");
        need(policy, hasPods(selector), "pods");
        for (String direction : List.of("ingress", "egress")) {
            for (JsonNode rule : policy.spec().path(direction)) {
                for (JsonNode peer : rule.path(direction.equals("ingress") ? "from" : "to")) {
                    JsonNode labels = peer.at("/podSelector/matchLabels");
                    boolean isOurs = labels.has("app.kubernetes.io/component");
                    need(policy, !isOurs || hasPods(labels), "pods " + labels);
                }
            }
        }
    }

    private void lookAtTarget(Manifest scaler) {
        JsonNode target = scaler.at("/spec/scaleTargetRef");
        Manifest found = find(target.path("kind").asText(), target.path("name").asText());
        need(scaler, found != null && found.tree().path("apiVersion").equals(target.path("apiVersion")), "" + target);
        need(scaler, found == null || !found.spec().has("replicas"), "replicas that it counts itself");
    }

    private void lookAtIngress(Manifest ingress) {
        for (JsonNode rule : ingress.at("/spec/rules")) {
            JsonNode backend = rule.at("/http/paths/0/backend/service");
            Manifest service = find("Service", backend.path("name").asText());
            need(
                    ingress,
                    service != null
                            && service.at("/spec/ports")
                                    .valueStream()
                                    .anyMatch(port -> port.path("name").equals(backend.at("/port/name"))),
                    "" + backend);
        }
    }

    private void lookAtMonitor(Manifest monitor, String kind, String port) {
        JsonNode selector = monitor.at("/spec/selector/matchLabels");
        need(
                monitor,
                render.stream()
                        .filter(it -> it.is(kind) && matches(selector, it.at("/metadata/labels")))
                        .anyMatch(it -> it.at("/spec/ports")
                                .valueStream()
                                .anyMatch(found -> found.path("name").equals(monitor.at(port)))),
                "a port");
    }
}
