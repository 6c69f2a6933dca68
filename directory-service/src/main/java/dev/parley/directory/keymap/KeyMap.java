package dev.parley.directory.keymap;

import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's own meaning of keys (R5). */
@Schema(name = "KeyMap", description = "What a moderator's keys do, where a room asks for this key map.")
public record KeyMap(
        @Schema(
                description = "Its name; not that of a preset (default, pairs, coovox). Cannot change.",
                examples = "ours")
        @NotNull
        @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
        String name,

        @Schema(
                description = "What is pressed, to the name of what it does.",
                examples = "{\"*94\": \"lock\", \"*95\": \"unlock\"}")
        @Size(max = 50)
        Map<
                        @NotNull @Pattern(regexp = "[0-9*#]{1,4}", message = "has a key that is not 1 to 4 of 0-9 * #")
                        String,
                        @NotNull @Pattern(regexp = "[a-z][a-z_]{0,39}", message = "must be the name of an action")
                        String>
                keys) {
    public KeyMap {
        keys = Otherwise.empty(keys);
    }
}
