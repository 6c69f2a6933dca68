package dev.parley.directory.policy;

import dev.parley.directory.rule.Otherwise;
import dev.parley.directory.rule.PinRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant asks of PINs that are set from now on; those that are set stay. */
@Schema(name = "PinPolicy", description = "Which PINs are refused as too easy to guess, when they are set.")
public record PinPolicy(
        @Schema(description = "The fewest digits.", defaultValue = "4") @Min(1) @Max(16)
        Integer minLength,

        @Schema(description = "Refuses one digit repeated, such as 1111.", defaultValue = "true")
        Boolean refuseRepetitions,

        @Schema(description = "Refuses runs of digits, such as 1234 and 9876.", defaultValue = "true")
        Boolean refuseRuns,

        @Schema(description = "Refuses the number of the extension itself.", defaultValue = "true")
        Boolean refuseExtension) {
    public PinPolicy {
        minLength = Otherwise.of(minLength, PinRules.DEFAULT.minLength());
        refuseRepetitions = Otherwise.of(refuseRepetitions, PinRules.DEFAULT.refuseRepetitions());
        refuseRuns = Otherwise.of(refuseRuns, PinRules.DEFAULT.refuseRuns());
        refuseExtension = Otherwise.of(refuseExtension, PinRules.DEFAULT.refuseExtension());
    }

    PinRules toRules() {
        return new PinRules(minLength, refuseRepetitions, refuseRuns, refuseExtension);
    }
}
