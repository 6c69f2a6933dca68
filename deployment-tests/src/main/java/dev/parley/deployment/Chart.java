package dev.parley.deployment;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The chart, rendered and looked through by Helm's own library. Works on a copy in which hooks are ordinary objects:
 * the library leaves hooks out of what it renders.
 */
public final class Chart {
    /** The oldest that the chart is for. */
    private static final String KUBERNETES = "1.30.0";

    private final Path copy;
    private final Path folder;

    private Chart(Path copy, Path folder) {
        this.copy = copy;
        this.folder = folder;
    }

    /** @param scratch an empty folder for the copy */
    public static Chart in(Path folder, Path scratch) {
        Path copy = scratch.resolve("parley");
        copy(folder, copy);
        return new Chart(copy, folder);
    }

    private static void copy(Path folder, Path copy) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    String text = Files.readString(file);
                    Files.writeString(target, text.replace("\"helm.sh/hook\"", '"' + Manifest.HOOK + '"'));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values that hold where nothing else is said. */
    public Settings defaults() {
        return Settings.in(folder.resolve("values.yaml"));
    }

    /** A whole set of values: {@code small}, {@code production} or {@code multi-zone}. */
    public Settings profile(String name) {
        return Settings.in(folder.resolve("profiles").resolve(name + ".yaml"));
    }

    /**
     * What Helm would install.
     *
     * @throws IllegalStateException when it refuses the values; the message is Helm's
     */
    public List<Manifest> render(Settings settings) {
        return Manifest.all(text("parley", "parley", settings));
    }

    /** The same as text, for any release and namespace. */
    public String text(String release, String namespace, Settings settings) {
        Path values = copy.resolveSibling("values-" + Thread.currentThread().threadId() + ".yaml");
        try {
            Files.writeString(values, Yaml.write(settings.tree()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Helm(copy)
                .template()
                .withName(release)
                .withNamespace(namespace)
                .withKubeVersion(KUBERNETES)
                .withValuesFile(values)
                .call();
    }

    /** What {@code helm lint --strict} has to say, with these values. */
    public LintResult lint(Settings settings) {
        // Lint takes no values: they become the chart's own, in a copy of the copy.
        Path other = copy.resolveSibling("linted").resolve("parley");
        copy(copy, other);
        try {
            Files.writeString(
                    other.resolve("values.yaml"),
                    Yaml.write(defaults().and(settings).tree()));
            return new Helm(other).lint().strict().call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
