package dev.parley.directory.configuration;

import dev.parley.directory.resource.Answer;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a configuration that was applied, or would. */
@Schema(name = "ConfigurationReport", description = "What became of a configuration that was applied, or would.")
public record ConfigurationReport(
        @Schema(description = "Whether nothing was changed, but all was checked.")
        boolean dryRun,

        @Schema(description = "How many documents are new.") int created,

        @Schema(description = "How many are other than before.")
        int changed,

        @Schema(description = "How many are no more.") int deleted,
        @Schema(description = "How many were so already.") int unchanged,

        @Schema(description = "All but those that were so already.")
        List<Line> changes) {

    /** One document. */
    @Schema(name = "ConfigurationChange", description = "What became of one document.")
    public record Line(
            @Schema(description = "Which (JSON pointer).", examples = "/extensions/910")
            String path,

            @Schema(
                    description = "What became of it.",
                    enumeration = {"created", "changed", "deleted"})
            String outcome) {}

    static ConfigurationReport of(List<Answer.Done> done, boolean dryRun) {
        List<Line> lines = done.stream()
                .filter(answer -> answer.outcome() != Answer.Outcome.UNCHANGED)
                .map(answer -> new Line(
                        answer.stored().id().pointer(), answer.outcome().name().toLowerCase(Locale.ROOT)))
                .toList();
        return new ConfigurationReport(
                dryRun,
                count(done, Answer.Outcome.CREATED),
                count(done, Answer.Outcome.CHANGED),
                count(done, Answer.Outcome.DELETED),
                count(done, Answer.Outcome.UNCHANGED),
                lines);
    }

    private static int count(List<Answer.Done> done, Answer.Outcome outcome) {
        return Math.toIntExact(
                done.stream().filter(answer -> answer.outcome() == outcome).count());
    }
}
