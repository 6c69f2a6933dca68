package dev.parley.directory.classofservice;

import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who may dial what outside. */
@Schema(name = "ClassOfService", description = "What phones of this class may dial outside.")
public record ClassOfService(
        @Schema(description = "Its name. Cannot change.", examples = "national")
        @NotNull
        @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
        String name,

        @Schema(description = "Whether anything outside may be dialled at all.", defaultValue = "true")
        Boolean outside,

        @Schema(description = "Only numbers that begin with one of these; none: any number.", examples = "[\"+49\"]")
        @Size(max = 100)
        List<@NotNull @Pattern(regexp = Form.PREFIX, message = Form.PREFIX_SAYS) String> prefixes,

        @Schema(
                description = "Never numbers that begin with one of these, whatever prefixes says.",
                examples = "[\"+49900\"]")
        @Size(max = 100)
        List<@NotNull @Pattern(regexp = Form.PREFIX, message = Form.PREFIX_SAYS) String> barred,

        @Schema(description = "Outside calls of one extension at once; none: as many as it likes.", examples = "2")
        @Min(0)
        @Max(1000)
        @Nullable
        Integer concurrentCalls,

        @Schema(description = "Outside calls begun by one extension within a minute.", examples = "10")
        @Min(0)
        @Max(1000)
        @Nullable
        Integer callsPerMinute) {
    public ClassOfService {
        outside = Otherwise.of(outside, true);
        prefixes = Otherwise.empty(prefixes);
        barred = Otherwise.empty(barred);
    }
}
