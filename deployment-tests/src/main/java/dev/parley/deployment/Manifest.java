package dev.parley.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One Kubernetes object, as it is written down. */
public record Manifest(ObjectNode tree) {
    /** The annotation that stands in for Helm's own on objects that Helm makes at certain moments only. */
    public static final String HOOK = "parley.dev/hook";

    /** All objects of a rendered text. */
    public static List<Manifest> all(String text) {
        return Yaml.documents(text).stream().map(Manifest::new).toList();
    }

    public String apiVersion() {
        return tree.path("apiVersion").asText();
    }

    public String kind() {
        return tree.path("kind").asText();
    }

    public String name() {
        return tree.at("/metadata/name").asText();
    }

    /** Which object it is: no other has the same. */
    public String id() {
        return apiVersion() + " " + kind() + " " + name();
    }

    public String label(String name) {
        return tree.path("metadata").path("labels").path(name).asText();
    }

    /** The part of Parley that it belongs to. */
    public String component() {
        return label("app.kubernetes.io/component");
    }

    public boolean is(String kind) {
        return kind().equals(kind);
    }

    public boolean isHook() {
        return tree.path("metadata").path("annotations").has(HOOK);
    }

    public JsonNode spec() {
        return tree.path("spec");
    }

    /** What its pods are made like; missing where it has none. */
    public JsonNode pod() {
        return is("Pod") ? spec() : spec().path("template").path("spec");
    }

    /** The labels of its pods. */
    public JsonNode podLabels() {
        return is("Pod") ? at("/metadata/labels") : at("/spec/template/metadata/labels");
    }

    /** What is at a path of RFC 6901; missing where nothing is. */
    public JsonNode at(String path) {
        return tree.at(path);
    }

    public boolean hasPods() {
        return pod().has("containers");
    }

    /** The same without what only Helm has a use for. */
    public Manifest withoutHelm() {
        ObjectNode copy = tree.deepCopy();
        strip(copy);
        return new Manifest(copy);
    }

    private static void strip(JsonNode node) {
        for (String part : List.of("labels", "annotations")) {
            if (node.path("metadata").path(part) instanceof ObjectNode marks) {
                marks.remove(List.of("helm.sh/chart", "app.kubernetes.io/managed-by", "helm.sh/resource-policy"));
                if (marks.isEmpty() && node.path("metadata") instanceof ObjectNode metadata) {
                    metadata.remove(part);
                }
            }
        }
        node.forEach(Manifest::strip);
    }
}
