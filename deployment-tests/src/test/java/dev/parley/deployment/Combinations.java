package dev.parley.deployment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets of values that the chart is rendered with: the profiles, each choice alone, and each two choices together. */
final class Combinations {
    /** What there is to choose, and the choices; the first of each is the chart's own. */
    private static final Map<String, Map<String, String>> CHOICES = choices();

    private Combinations() {}

    /** By name. */
    static Map<String, Settings> all() {
        Map<String, Settings> all = new LinkedHashMap<>();
        all.put("defaults", Settings.none());
        PlainManifests.OVERLAYS.forEach(name -> all.put(name, Renders.CHART.profile(name)));
        CHOICES.forEach((what, options) -> options.keySet().stream()
                .skip(1)
                .forEach(option -> all.put(what + "=" + option, settings(Map.of(what, option)))));
        pairwise().forEach(chosen -> all.put(named(chosen), settings(chosen)));
        return all;
    }

    private static String named(Map<String, String> chosen) {
        StringBuilder name = new StringBuilder();
        chosen.forEach((what, option) ->
                name.append(name.isEmpty() ? "" : ",").append(what).append('=').append(option));
        return name.toString();
    }

    private static Settings settings(Map<String, String> chosen) {
        Settings settings = Settings.none();
        for (var choice : chosen.entrySet()) {
            settings = settings.and(Settings.of(CHOICES.get(choice.getKey()).get(choice.getValue())));
        }
        return settings;
    }

    private record Pair(String what, String option, String with, String other) {}

    /** Few sets in which any two options of different choices meet; greedy, and the same each time. */
    private static List<Map<String, String>> pairwise() {
        Set<Pair> missing = new LinkedHashSet<>();
        List<String> names = List.copyOf(CHOICES.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                for (String option : CHOICES.get(names.get(i)).keySet()) {
                    for (String other : CHOICES.get(names.get(j)).keySet()) {
                        missing.add(new Pair(names.get(i), option, names.get(j), other));
                    }
                }
            }
        }
        List<Map<String, String>> sets = new ArrayList<>();
        while (!missing.isEmpty()) {
            Pair first = missing.iterator().next();
            Map<String, String> chosen = new LinkedHashMap<>();
            chosen.put(first.what(), first.option());
            chosen.put(first.with(), first.other());
            for (String name : names) {
                if (!chosen.containsKey(name)) {
                    chosen.put(name, best(name, chosen, missing));
                }
            }
            missing.removeIf(pair -> pair.option().equals(chosen.get(pair.what()))
                    && pair.other().equals(chosen.get(pair.with())));
            sets.add(chosen);
        }
        return sets;
    }

    /** The option that makes most missing pairs with what is chosen. */
    private static String best(String name, Map<String, String> chosen, Set<Pair> missing) {
        String best = "";
        long most = -1;
        for (String option : CHOICES.get(name).keySet()) {
            long pairs = missing.stream()
                    .filter(pair -> pair.what().equals(name)
                                    && pair.option().equals(option)
                                    && pair.other().equals(chosen.get(pair.with()))
                            || pair.with().equals(name)
                                    && pair.other().equals(option)
                                    && pair.option().equals(chosen.get(pair.what())))
                    .count();
            if (pairs > most) {
                most = pairs;
                best = option;
            }
        }
        return best;
    }

    private static Map<String, Map<String, String>> choices() {
        Map<String, Map<String, String>> choices = new LinkedHashMap<>();
        choices.put(
                "kafka",
                options(
                        "existing",
                        "{}",
                        "tls",
                        """
                kafka: {tls: {enabled: true, existingSecret: broker-ca}}""",
                        "sasl",
                        """
                kafka:
                  bootstrapServers: a.example.com:9094,b.example.com:9095
                  createTopics: false
                  tls: {enabled: true}
                  sasl: {enabled: true, existingSecrets: {callControl: u1, conference: u2, directory: u3, mediaAdapter: u4}}
                """,
                        "strimzi",
                        "kafka: {strimzi: {enabled: true, storage: {storageClass: fast}}}"));
        choices.put(
                "postgres",
                options(
                        "existing",
                        "{}",
                        "verified",
                        "postgres: {sslMode: verify-full, ca: {existingSecret: db-ca, key: root.pem}}",
                        "cnpg",
                        "postgres: {cloudNativePg: {enabled: true}}",
                        "backup",
                        """
                postgres:
                  sslMode: verify-full
                  cloudNativePg:
                    enabled: true
                    storage: {storageClass: fast}
                    backup: {enabled: true, destinationPath: "s3://backup/parley", endpointUrl: "https://s3.example.com", existingSecret: s3}
                """));
        choices.put("migrations", options("job", "{}", "at-start", "migrations: {job: false}"));
        choices.put("oidc", options("off", "{}", "on", """
                oidc: {enabled: true, authServerUrl: "https://id.example.com/realms/parley", roleClaimPath: realm_access/roles}"""));
        choices.put("edge", options("balancer", "{}", "node", """
                kamailio: {service: {type: NodePort, nodePort: 30060}}""", "inside", """
                kamailio: {service: {type: ClusterIP}, localConfig: "#!define PARLEY_RETRY_AFTER 9"}""", "outside", """
                kamailio:
                  advertisedAddress: sip.example.com
                  service: {mixedProtocols: true, loadBalancerIP: 192.0.2.1, loadBalancerSourceRanges: [198.51.100.0/24], annotations: {a: b}}
                """));
        choices.put(
                "tls",
                options(
                        "off",
                        "{}",
                        "secret",
                        "kamailio: {tls: {enabled: true, existingSecret: sip-cert}}",
                        "issued",
                        """
                kamailio: {tls: {enabled: true}, wss: {enabled: true}}
                certManager: {enabled: true, issuerKind: Issuer, sipNames: [sip.example.com]}
                """));
        choices.put("audio", options("nodes", "{}", "advertised", """
                rtpengine: {advertisedAddress: 192.0.2.9, nodeSelector: {media: "yes"}, tolerations: [{key: media, operator: Exists}]}""", "elsewhere", """
                rtpengine: {enabled: false}
                mediaAdapter: {rtpengineHost: 192.0.2.7}
                """));
        choices.put("walls", options("on", "{}", "off", "networkPolicy: {enabled: false}", "narrow", """
                networkPolicy:
                  nodes: [192.0.2.0/28]
                  kafka: [{ipBlock: {cidr: 203.0.113.1/32}}]
                  postgres: [{namespaceSelector: {matchLabels: {name: db}}, podSelector: {matchLabels: {app: pg}}}]
                  apiClients: []
                  webhooks: {to: [203.0.113.0/24], except: []}
                """));
        choices.put("scaling", options("off", "{}", "hpa", """
                callControl: {autoscaling: {enabled: true}}
                conference: {autoscaling: {enabled: true, minReplicas: 2}}
                mediaAdapter: {acceptSeveral: true, autoscaling: {enabled: true}}
                """, "keda", """
                callControl: {autoscaling: {enabled: true, by: keda}}
                conference: {autoscaling: {enabled: true, by: keda}}
                mediaAdapter: {acceptSeveral: true, autoscaling: {enabled: true, by: keda}}
                """, "many", """
                callControl: {replicas: 4}
                conference: {replicas: 3}
                directory: {replicas: 2}
                kamailio: {replicas: 2}
                spread: {nodes: DoNotSchedule, zones: DoNotSchedule}
                """));
        choices.put("volumes", options("made", "{}", "given", """
                recordings: {persistence: {existingClaim: tapes}}
                prompts: {persistence: {existingClaim: voices}}
                """, "none", """
                recordings: {persistence: {enabled: false}}
                prompts: {persistence: {enabled: false}}
                """));
        choices.put(
                "api", options("inside", "{}", "ingress", "ingress: {enabled: true, className: nginx}", "plain", """
                ingress: {enabled: true, tls: {enabled: false}, annotations: {a: b}}"""));
        choices.put("watched", options("no", "{}", "yes", """
                monitoring: {serviceMonitor: {enabled: true, labels: {release: p}}, prometheusRule: {enabled: true}, dashboards: {enabled: true}}
                tracing: {enabled: true, endpoint: "http://collector.tracing.svc:4317"}
                """));
        choices.put(
                "names",
                options(
                        "release",
                        "{}",
                        "full",
                        """
                fullnameOverride: acme-voice
                clusterDomain: example.internal
                commonLabels: {team: voice}
                commonAnnotations: {owner: voice}
                podAnnotations: {seen: "yes"}
                image: {registry: registry.example.com/voice, tag: "1.2", pullSecrets: [pull]}
                serviceAccount: {create: false, name: given}
                """,
                        "short",
                        "{nameOverride: pbx, serviceAccount: {annotations: {a: b}}, directory: {seed: demo, demoKeys: {existingSecret: demo-keys}}}"));
        choices.put("extras", options("none", "{}", "some", """
                conference:
                  webhooks: {allowHttp: true, allowInternal: true}
                  podDisruptionBudget: {maxUnavailable: "50%"}
                  extraEnv: [{name: QUARKUS_LOG_LEVEL, value: DEBUG}]
                  nodeSelector: {disk: fast}
                kamailio: {podDisruptionBudget: {enabled: false}}
                tests: {existingSecret: caller, room: "900"}
                """));
        return choices;
    }

    private static Map<String, String> options(String... namesAndValues) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            options.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return options;
    }
}
