package dev.parley.directory.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Outside numbers that the operator has allotted to a tenant, who alone routes them. */
@Schema(name = "NumberRange", description = "Outside numbers that the operator has allotted to the tenant.")
public record NumberRange(
        @Schema(description = "E.164, as far as all of them have it in common. Cannot change.", examples = "+4930900")
        @NotNull
        @Pattern(regexp = "[+][0-9]{1,15}", message = "must be + and 1 to 15 digits")
        String range,

        @Schema(
                description = "Which numbers are meant: all that begin so, or this very one. Cannot change.",
                enumeration = {"prefix", "exact"},
                defaultValue = "prefix")
        Match match) {
    public NumberRange {
        match = Otherwise.of(match, Match.PREFIX);
    }

    /** Which numbers a range has. */
    public enum Match {
        /** All that begin so. */
        @JsonProperty("prefix")
        PREFIX,
        /** One number. */
        @JsonProperty("exact")
        EXACT
    }
}
