package dev.parley.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Kubernetes' own idea of its objects. A field that it does not know, and a number where it wants a text, are problems,
 * as they are to a server that is asked strictly.
 */
final class Model {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("v1 Pod", Pod.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 DaemonSet", DaemonSet.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("apps/v1 StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class));

    /** Kinds of operators whose model is not to be had as a library: what they cannot do without. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "kafka.strimzi.io/v1 Kafka", List.of("/spec/kafka/listeners/0/port", "/spec/entityOperator/userOperator"),
            "kafka.strimzi.io/v1 KafkaNodePool",
                    List.of("/spec/replicas", "/spec/roles/0", "/spec/storage/volumes/0/size"),
            "kafka.strimzi.io/v1 KafkaTopic", List.of("/spec/partitions", "/spec/replicas"),
            "kafka.strimzi.io/v1 KafkaUser",
                    List.of("/spec/authentication/type", "/spec/authorization/acls/0/resource"),
            "postgresql.cnpg.io/v1 Cluster", List.of("/spec/instances", "/spec/storage/size", "/spec/bootstrap/initdb"),
            "postgresql.cnpg.io/v1 ScheduledBackup", List.of("/spec/schedule", "/spec/cluster/name"),
            "keda.sh/v1alpha1 ScaledObject", List.of("/spec/scaleTargetRef/name", "/spec/triggers/0/metadata/query"),
            "cert-manager.io/v1 Certificate",
                    List.of("/spec/secretName", "/spec/dnsNames/0", "/spec/issuerRef/name", "/spec/issuerRef/kind"));

    private static final ObjectMapper STRICT = strict();

    private Model() {}

    private static ObjectMapper strict() {
        JsonMapper.Builder builder = JsonMapper.builder().disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        builder.withCoercionConfig(LogicalType.Textual, config -> {
            config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
            config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        });
        return builder.build();
    }

    /** What is wrong with an object; empty when nothing is. */
    static List<String> problems(Manifest manifest) {
        String kind = manifest.apiVersion() + " " + manifest.kind();
        List<String> problems = new ArrayList<>();
        if (NEEDED.containsKey(kind)) {
            NEEDED.get(kind).stream()
                    .filter(path -> manifest.tree().at(path).isMissingNode())
                    .forEach(path -> problems.add(manifest.id() + " lacks " + path));
        } else if (KINDS.containsKey(kind)) {
            try {
                lookForUnknown(manifest.id(), STRICT.treeToValue(manifest.tree(), KINDS.get(kind)), problems);
            } catch (JsonProcessingException | IllegalAccessException e) {
                problems.add(manifest.id() + ": " + e.getMessage());
            }
            texts(manifest.id(), manifest.tree(), problems);
        } else {
            problems.add("Nobody knows the kind " + kind);
        }
        return problems;
    }

    /** Maps of texts, which take any value: labels, annotations, data, selectors. */
    private static void texts(String path, JsonNode node, List<String> problems) {
        for (var field : node.properties()) {
            boolean isMap = List.of("labels", "annotations", "matchLabels", "nodeSelector", "data")
                    .contains(field.getKey());
            if (isMap) {
                field.getValue().properties().stream()
                        .filter(entry -> !entry.getValue().isTextual())
                        .forEach(entry ->
                                problems.add(path + "." + field.getKey() + "." + entry.getKey() + " is no text"));
            }
            texts(path + "." + field.getKey(), field.getValue(), problems);
        }
        if (node.isArray()) {
            node.forEach(item -> texts(path + "[]", item, problems));
        }
    }

    private static void lookForUnknown(String path, Object value, List<String> problems) throws IllegalAccessException {
        if (value instanceof Collection<?> items) {
            for (Object item : items) {
                lookForUnknown(path + "[]", item, problems);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                lookForUnknown(path + "." + entry.getKey(), entry.getValue(), problems);
            }
        } else if (value != null && value.getClass().getName().startsWith("io.fabric8.")) {
            for (Field field : value.getClass().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                Object inner = field.get(value);
                if (field.getName().equals("additionalProperties")) {
                    if (inner instanceof Map<?, ?> unknown && !unknown.isEmpty() && !isOpen(value)) {
                        problems.add(path + " has unknown fields " + unknown.keySet());
                    }
                } else {
                    lookForUnknown(path + "." + field.getName(), inner, problems);
                }
            }
        }
    }

    /** Quantities keep their unit there. */
    private static boolean isOpen(Object value) {
        return value.getClass().getSimpleName().equals("Quantity");
    }
}
