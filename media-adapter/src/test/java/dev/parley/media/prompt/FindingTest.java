package dev.parley.media.prompt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan.Ambience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final TenantId ACME = new TenantId("acme");
    private static final byte[] WAV = "RIFF".getBytes(US_ASCII);

    @TempDir
    Path disk;

    private PromptFolder own;
    private PromptFiles files;

    @BeforeEach
    void openTheFolder() {
        own = new PromptFolder(disk, "/seen");
        files = new PromptFiles("/prompts", own);
    }

    @Test
    void withoutOneOfTheirOwnTenantsHearParleys() {
        assertThat(found(DEMO, "de")).containsExactly("/prompts/de/welcome.wav", "/prompts/en/welcome.wav");
        assertThat(found(DEMO, "en")).containsExactly("/prompts/en/welcome.wav");
    }

    @Test
    void aTenantsOwnComesFirstAndIsNobodyElses() {
        own.put("demo/de/welcome", WAV);

        assertThat(found(DEMO, "de"))
                .containsExactly("/seen/demo/de/welcome.wav", "/prompts/de/welcome.wav", "/prompts/en/welcome.wav");
        assertThat(found(DEMO, "en")).containsExactly("/prompts/en/welcome.wav");
        assertThat(found(ACME, "de")).doesNotContain("/seen/demo/de/welcome.wav");
    }

    @Test
    void theLanguageCountsForMoreThanWhoseItIs() {
        own.put("demo/en/welcome", WAV);

        assertThat(found(DEMO, "de"))
                .containsExactly("/prompts/de/welcome.wav", "/seen/demo/en/welcome.wav", "/prompts/en/welcome.wav");
    }

    @Test
    void aTenantsMusicIsWhatItsRoomsSoundOf() {
        own.put("demo/en/music", WAV);
        own.put("demo/en/silence", WAV);

        assertThat(files.ambience(DEMO, Ambience.MUSIC).files())
                .containsExactly("/seen/demo/en/music.wav", "/prompts/en/music.wav");
        assertThat(files.ambience(DEMO, Ambience.SILENCE).files()).containsExactly("/prompts/en/silence.wav");
    }

    @Test
    void whatIsTakenBackIsGone() throws IOException {
        own.put("demo/en/welcome", WAV);
        assertThat(disk.resolve("demo/en/welcome.wav")).hasBinaryContent(WAV);

        own.remove("demo/en/welcome");

        assertThat(found(DEMO, "en")).containsExactly("/prompts/en/welcome.wav");
        try (Stream<Path> left = Files.list(disk.resolve("demo/en"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../en/x", "demo/../x", "demo/en/../../x", "demo/en", "demo/en/x/y", "/etc/passwd", "demo/en/.x"
            })
    void noKeyLeadsOutOfTheFolder(String key) {
        assertThat(own.put(key, WAV)).isFalse();
        assertThat(disk).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/b", "", ".hidden", "a.b", "a b"})
    void noNameLeadsOutOfTheDirectory(String name) {
        assertThat(files.prompt(DEMO, "en", name)).isEmpty();
        assertThat(files.prompt(DEMO, name, "welcome")).isEmpty();
    }

    private List<String> found(TenantId tenant, String language) {
        return files.prompt(tenant, language, "welcome").orElseThrow().files();
    }
}
