package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.directory.KeyActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/keys.md} is what the table of the code says, row by row. */
class KeysPageTest {
    private static final Path PAGE = Path.of("..", "docs", "keys.md");
    private static final List<String> PRESETS = List.of("default", "pairs", "coovox");

    @Test
    void thePageHasEveryKeyOfEveryPresetAsItIs() throws IOException {
        List<String> page = Files.readAllLines(PAGE);

        for (String preset : PRESETS) {
            assertThat(rows(page, "## Preset `" + preset + "`"))
                    .as(preset)
                    .containsExactlyElementsOf(rows(KeyMap.PRESETS.get(preset)));
        }
        assertThat(KeyMap.PRESETS.keySet()).containsExactlyInAnyOrderElementsOf(PRESETS);
    }

    @Test
    void thePageHasTheKeysOfAPinEntry() throws IOException {
        assertThat(rows(Files.readAllLines(PAGE), "## While a PIN is entered"))
                .containsExactlyElementsOf(Arrays.stream(EntryKey.values())
                        .map(key -> "| " + keys(key.keys()) + " | " + key.meaning() + " |")
                        .toList());
    }

    @Test
    void thePageHasTheKeysOfSomebodyAside() throws IOException {
        assertThat(rows(Files.readAllLines(PAGE), "## Aside, in private"))
                .containsExactlyElementsOf(
                        Arrays.stream(AsideKey.values()).map(KeysPageTest::row).toList());
    }

    @Test
    void thePageHasEveryNameOfAnAction() throws IOException {
        assertThat(rows(Files.readAllLines(PAGE), "## Names for a map of your own"))
                .containsExactlyElementsOf(Arrays.stream(KeyAction.values())
                        .map(action -> "| `" + action.code() + "` | " + action.meaning() + " |")
                        .toList());
    }

    private static String row(AsideKey key) {
        return key == AsideKey.PASS_ON
                ? "| " + key.keys() + " | | " + key.dialling() + " | " + key.called() + " |"
                : "| `" + key.keys() + "` | " + key.meaning() + " | " + key.dialling() + " | " + key.called() + " |";
    }

    @Test
    void theDirectoryTakesExactlyTheseNames() {
        assertThat(Arrays.stream(KeyAction.values()).map(KeyAction::code))
                .containsExactlyInAnyOrderElementsOf(KeyActions.NAMES);
    }

    private static List<String> rows(KeyMap map) {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, KeyAction> entry : new TreeMap<>(map.keys()).entrySet()) {
            KeyAction action = entry.getValue();
            String allowed = Arrays.stream(KeyState.values())
                    .map(state -> action.isAllowed(state) ? "yes" : "refused")
                    .collect(Collectors.joining(" | "));
            rows.add("| `" + entry.getKey() + action.form().ending() + "` | " + action.meaning() + " | " + allowed
                    + " |");
        }
        return rows;
    }

    private static String keys(String keys) {
        return keys.length() == 1
                ? "`" + keys + "`"
                : "`" + keys.charAt(0) + "`–`" + keys.charAt(keys.length() - 1) + "`";
    }

    /** Below the heading, without the head of the table. */
    private static List<String> rows(List<String> page, String heading) {
        return page.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }
}
