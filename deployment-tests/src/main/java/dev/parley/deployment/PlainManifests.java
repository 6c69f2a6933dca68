package dev.parley.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of {@code k8s/}: a kustomize base, rendered with the chart's own values, and an overlay for each of its
 * profiles. For a release and namespace named {@code parley}.
 */
public final class PlainManifests {
    /** The overlays, each with the chart's profile of the same name. */
    public static final List<String> OVERLAYS = List.of("small", "production", "multi-zone");

    private static final String MADE = "# Made from helm/parley by k8s/render; changes here are lost.\n";

    private final Chart chart;

    public PlainManifests(Chart chart) {
        this.chart = chart;
    }

    /** The objects of the base. */
    public List<Manifest> base() {
        return plain(Settings.none());
    }

    /** The objects of an overlay, as the chart renders its profile. */
    public List<Manifest> overlay(String name) {
        return plain(chart.profile(name));
    }

    /** `helm test` needs Helm, and so does nothing else that is left. */
    private List<Manifest> plain(Settings settings) {
        return chart.render(settings.and(Settings.of("tests: {enabled: false}"))).stream()
                .map(Manifest::withoutHelm)
                .toList();
    }

    /** Every file, by its path within {@code k8s/}. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        List<Manifest> base = base();
        ObjectNode kustomization = kustomization();
        addResources("base/", base, kustomization, files);
        files.put("base/kustomization.yaml", MADE + Yaml.write(kustomization));
        for (String name : OVERLAYS) {
            addOverlay(name, Overlay.between(base, overlay(name)), files);
        }
        return files;
    }

    private static void addOverlay(String name, Overlay overlay, Map<String, String> files) {
        String folder = "overlays/" + name + "/";
        ObjectNode kustomization = kustomization();
        kustomization.putArray("resources").add("../../base");
        addResources(folder, overlay.added(), kustomization, files);
        ArrayNode patches = kustomization.putArray("patches");
        overlay.gone().forEach(gone -> {
            ObjectNode deletion = Yaml.object().put("$patch", "delete");
            deletion.put("apiVersion", gone.apiVersion()).put("kind", gone.kind());
            deletion.putObject("metadata")
                    .put("name", gone.name())
                    .set("namespace", gone.tree().at("/metadata/namespace"));
            patches.addObject().put("path", addFile(folder + "patches/", gone, Yaml.write(deletion), files));
        });
        overlay.patches().forEach((manifest, operations) -> {
            ObjectNode patch = patches.addObject();
            patch.putObject("target").put("kind", manifest.kind()).put("name", manifest.name());
            patch.put("path", addFile(folder + "patches/", manifest, Yaml.write(operations), files));
        });
        files.put(folder + "kustomization.yaml", MADE + Yaml.write(kustomization));
    }

    private static String addFile(String folder, Manifest manifest, String text, Map<String, String> files) {
        String name = manifest.kind().toLowerCase(Locale.ROOT) + "-" + manifest.name() + ".yaml";
        files.put(folder + name, MADE + text);
        return "patches/" + name;
    }

    /** One file for each part of Parley. */
    private static void addResources(
            String folder, List<Manifest> manifests, ObjectNode kustomization, Map<String, String> files) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        for (Manifest manifest : manifests) {
            texts.computeIfAbsent(manifest.component() + ".yaml", _ -> new StringBuilder(MADE))
                    .append("---\n")
                    .append(Yaml.write(manifest.tree()));
        }
        ArrayNode resources = kustomization.withArray("resources");
        texts.forEach((name, text) -> {
            resources.add(name);
            files.put(folder + name, text.toString());
        });
    }

    private static ObjectNode kustomization() {
        return Yaml.object()
                .put("apiVersion", "kustomize.config.k8s.io/v1beta1")
                .put("kind", "Kustomization");
    }
}
