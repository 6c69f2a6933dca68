package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is refused, by its name. */
class RefusalTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "callControl: {replicas: 5}                                  | callControl/replicas",
                "callControl: {replicas: two}                                | callControl/replicas",
                "callControl: {replicaCount: 2}                              | replicaCount",
                "callControl: {autoscaling: {by: magic}}                     | callControl/autoscaling/by",
                "callControl: {autoscaling: {maxReplicas: 5}}                | callControl/autoscaling/maxReplicas",
                "callControl: {internationalPrefix: plus}                    | callControl/internationalPrefix",
                "conference: {capacity: {room: 100}}                         | room",
                "conference: {pinTries: 0}                                   | conference/pinTries",
                "conference: {autoscaling: {targetLoadRatio: 1.5}}           | conference/autoscaling/targetLoadRatio",
                "directory: {seed: acme}                                     | directory/seed",
                "directory: {demoKeys: {existingSecret: keys}}               | directory/demoKeys/existingSecret",
                "mediaAdapter: {codecs: `opus G722`}                         | mediaAdapter/codecs",
                "kamailio: {service: {type: External}}                       | kamailio/service/type",
                "kamailio: {service: {nodePort: 80}}                         | kamailio/service/nodePort",
                "kamailio: {logLevel: 9}                                     | kamailio/logLevel",
                "rtpengine: {portMax: 70000}                                 | rtpengine/portMax",
                "rtpengine: {numThreads: 0}                                  | rtpengine/numThreads",
                "rtpengine: {mediaNumThreads: 0}                             | rtpengine/mediaNumThreads",
                "rtpengine: {timerAccuracy: 20000}                           | rtpengine/timerAccuracy",
                "rtpengine: {pollerPerThread: often}                         | rtpengine/pollerPerThread",
                "rtpengine: {resources: {requests: {cpu: lots, memory: 1Gi}}}| rtpengine/resources/requests/cpu",
                "rtpengine: {resources: {requests: {cpu: 1, memory: 1Gi}}}   | rtpengine/resources/requests/cpu",
                "kafka: {bootstrapServers: kafka}                            | kafka/bootstrapServers",
                "kafka: {sasl: {mechanism: GSSAPI}}                          | kafka/sasl/mechanism",
                "kafka: {password: secret}                                   | password",
                "postgres: {users: {directory: {password: secret}}}          | password",
                "postgres: {sslMode: maybe}                                  | postgres/sslMode",
                "postgres: {port: 0}                                         | postgres/port",
                "secrets: {sipKey: {value: abc}}                             | value",
                "networkPolicy: {nodes: [10.0.0.0]}                          | networkPolicy/nodes/0",
                "networkPolicy: {nodes: []}                                  | networkPolicy/nodes",
                "recordings: {persistence: {accessModes: [ReadOnly]}}        | recordings/persistence/accessModes/0",
                "oidc: {enabled: true}                                       | oidc/authServerUrl",
                "tracing: {enabled: true}                                    | tracing/endpoint",
                "image: {pullPolicy: Sometimes}                              | image/pullPolicy",
                "security: {runAsUser: 0}                                    | security/runAsUser",
                "fullnameOverride: Parley_1                                  | fullnameOverride",
                "conferences: {replicas: 2}                                  | conferences",
            })
    void aWrongValueIsRefusedByName(String values, String key) {
        Settings wrong = Settings.of(values.replace('`', '"'));
        assertThatThrownBy(() -> Renders.CHART.render(wrong))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage().replace('.', '/')).contains(key));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mediaAdapter: {replicas: 2}                            | mediaAdapter.acceptSeveral",
                "mediaAdapter: {autoscaling: {enabled: true}}           | mediaAdapter.acceptSeveral",
                "rtpengine: {enabled: false}                            | mediaAdapter.rtpengineHost",
                "rtpengine: {portMin: 40000, portMax: 30000}            | rtpengine.portMin",
                "kamailio: {wss: {enabled: true}}                       | kamailio.tls.enabled",
                "kamailio: {tls: {enabled: true}}                       | kamailio.tls.existingSecret",
                "postgres: {sslMode: verify-full}                       | postgres.ca.existingSecret",
                "kafka: {sasl: {enabled: true}}                         | kafka.sasl.existingSecrets",
                "kafka: {strimzi: {enabled: true, replicas: 1}}         | kafka.strimzi.replicationFactor",
                "conference: {autoscaling: {enabled: true, minReplicas: 4, maxReplicas: 2}} | conference.autoscaling",
                "{certManager: {enabled: true}, kamailio: {tls: {enabled: true}}} | certManager.sipNames",
            })
    void whatDoesNotGoTogetherIsRefusedByName(String values, String key) {
        Settings wrong = Settings.of(values);
        assertThatThrownBy(() -> Renders.CHART.render(wrong)).hasMessageContaining(key);
    }

    /** A key that the schema does not know would be one that nobody is told of when it is wrong. */
    @Test
    void everyKeyOfTheValuesHasACommentOrANeighbourThatHas() {
        assertThat(Renders.CHART.defaults().tree().properties().stream().map(java.util.Map.Entry::getKey))
                .containsAll(Yaml.read(Renders.ROOT.resolve("helm/parley/values.schema.json"))
                        .path("required")
                        .valueStream()
                        .map(com.fasterxml.jackson.databind.JsonNode::asText)
                        .toList());
    }
}
