package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renders that are kept, so that a change of the chart shows what it changes; -Dparley.renew=yes keeps new ones. */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults",
                "small",
                "production",
                "multi-zone",
                "kafka=sasl",
                "postgres=backup",
                "tls=issued",
                "scaling=keda"
            })
    void theRenderIsTheOneThatIsKept(String name) throws IOException {
        Path kept = FOLDER.resolve(name.replace('=', '-') + ".yaml");
        // Dashboards and alerts are files of their own, which change for reasons of their own.
        String text = Renders.all().get(name).stream()
                .filter(it -> !it.component().equals("monitoring"))
                .map(it -> "---\n" + Yaml.write(it.tree()))
                .collect(Collectors.joining());
        if (Renders.RENEW) {
            Files.createDirectories(FOLDER);
            Files.writeString(kept, text);
        }
        assertThat(Files.readString(kept)).as("%s", kept).isEqualTo(text);
    }
}
