package dev.parley.directory.prompt;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A prompt as the API shows it. */
@Schema(name = "Prompt", description = "A prompt of the tenant's own, without its sound.")
record PromptView(
        @Schema(description = "What it is spoken in (BCP 47).", examples = "en")
        String language,

        @Schema(description = "One of Parley's own names replaces that prompt.", examples = "welcome")
        String name,

        @Schema(description = "How long it takes to play.", examples = "2.5")
        double seconds,

        @Schema(description = "Bytes of the converted WAV file.", examples = "80044")
        int size,

        @Schema(format = "date-time") String created,

        @Schema(format = "date-time") String updated) {
    private static final double MILLIS = 1000;

    static PromptView of(Prompt prompt) {
        return new PromptView(
                prompt.id().language(),
                prompt.id().name(),
                prompt.length().toMillis() / MILLIS,
                prompt.size(),
                prompt.created().toString(),
                prompt.updated().toString());
    }

    /** A page of prompts. */
    @Schema(name = "PromptList", description = "A page of prompts, by language and name.")
    record Page(List<PromptView> items) {}
}
