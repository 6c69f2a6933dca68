package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller of an ivr extension hears and may choose.
 *
 * @param prompt name of a prompt, the tenant's own or one that Parley brings
 * @param choices key ({@code 0}–{@code 9}, {@code *}, {@code #}) to destination: an extension or an outside number
 * @param timeoutSeconds how long the caller may think after the prompt
 * @param tries how often the prompt is played before the caller is sent on, or told goodbye
 * @param otherwise where a caller is sent who has chosen nothing; none: goodbye and BYE
 */
public record IvrMenu(
        String prompt, Map<String, String> choices, int timeoutSeconds, int tries, Optional<String> otherwise) {
    public IvrMenu {
        Required.field(prompt, "prompt");
        choices = Map.copyOf(Required.field(choices, "choices"));
        if (timeoutSeconds < 1) {
            throw new IllegalArgumentException("Expected the field 'timeoutSeconds' to be at least 1");
        }
        if (tries < 1) {
            throw new IllegalArgumentException("Expected the field 'tries' to be at least 1");
        }
    }
}
