package dev.parley.directory.extension;

import dev.parley.contracts.directory.IvrMenu;
import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is spoken, and where each key leads. */
@Schema(name = "Menu", description = "What is spoken, and where each key leads.")
public record Menu(
        @Schema(description = "The prompt: the tenant's own, or one that Parley brings.", examples = "main-menu")
        @NotNull
        @Pattern(regexp = Form.PROMPT, message = Form.NAME_SAYS)
        String prompt,

        @Schema(
                description = "A key to where it leads: an extension, or an outside number.",
                examples = "{\"1\": \"910\", \"2\": \"801\"}")
        @Size(max = 12)
        Map<
                        @NotNull @Pattern(regexp = "[0-9*#]", message = "has a key that is not one of 0-9 * #") String,
                        @NotNull @Pattern(regexp = Form.DESTINATION, message = Form.DESTINATION_SAYS) String>
                choices,

        @Schema(description = "How long the caller may think after the prompt.", defaultValue = "5") @Min(1) @Max(60)
        Integer timeoutSeconds,

        @Schema(description = "How often the prompt is played.", defaultValue = "3") @Min(1) @Max(10)
        Integer tries,

        @Schema(description = "Where a caller is sent who has chosen nothing; none: goodbye.", examples = "801")
        @Pattern(regexp = Form.DESTINATION, message = Form.DESTINATION_SAYS)
        @Nullable
        String otherwise) {
    public Menu {
        choices = Otherwise.empty(choices);
        timeoutSeconds = Otherwise.of(timeoutSeconds, 5);
        tries = Otherwise.of(tries, 3);
    }

    IvrMenu toContract() {
        return new IvrMenu(prompt, choices, timeoutSeconds, tries, Optional.ofNullable(otherwise));
    }
}
