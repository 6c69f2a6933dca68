package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** k8s/ is what the chart renders. */
class PlainManifestsTest {
    private static final Path FOLDER = Renders.ROOT.resolve("k8s");
    private static final PlainManifests MANIFESTS = new PlainManifests(Renders.CHART);

    @Test
    void theFilesAreThoseThatTheChartMakes() throws IOException {
        Map<String, String> wanted = MANIFESTS.files();
        if (Renders.RENEW) {
            renew(wanted);
        }
        Map<String, String> found = new TreeMap<>();
        for (Path file : made()) {
            found.put(FOLDER.relativize(file).toString(), Files.readString(file));
        }
        assertThat(found.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((name, text) -> assertThat(found.get(name))
                .as("%s; k8s/render makes it anew", name)
                .isEqualTo(text));
    }

    /** What kustomize does with the overlay's patches gives the chart's own render of the profile. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "multi-zone"})
    void baseAndPatchesGiveTheProfile(String overlay) {
        List<Manifest> base = MANIFESTS.base();
        List<Manifest> wanted = MANIFESTS.overlay(overlay);
        assertThat(Overlay.between(base, wanted).on(base)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "multi-zone"})
    void whatIsWrittenIsReadAsItWas(String overlay) {
        for (Manifest manifest : MANIFESTS.overlay(overlay)) {
            assertThat(Manifest.all(Yaml.write(manifest.tree()))).containsExactly(manifest);
        }
    }

    private static List<Path> made() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("base", "overlays")) {
            if (Files.isDirectory(FOLDER.resolve(folder))) {
                try (Stream<Path> walk = Files.walk(FOLDER.resolve(folder))) {
                    walk.filter(Files::isRegularFile).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static void renew(Map<String, String> wanted) throws IOException {
        for (Path file : made()) {
            Files.delete(file);
        }
        for (var file : wanted.entrySet()) {
            Path target = FOLDER.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }
}
