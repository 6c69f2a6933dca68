package dev.parley.directory.extension;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Sends calls for a phone elsewhere (R1). */
@Schema(name = "Forwarding", description = "Sends calls for the phone elsewhere.")
public record Forwarding(
        @Schema(
                description = "When: always, busy, no_answer, or unreachable (not registered).",
                enumeration = {"always", "busy", "no_answer", "unreachable"})
        @NotNull
        When when,

        @Schema(
                description = "Only calls of numbers that begin with one of these; 'anonymous': calls without a number,"
                        + " and those that withhold theirs; none: all.",
                examples = "[\"+49\"]")
        @Size(max = 100)
        List<@NotNull @Pattern(regexp = Form.CALLERS, message = Form.CALLERS_SAYS) String> callers,

        @Schema(description = "Where to: an extension, or an outside number.", examples = "910")
        @NotNull
        @Pattern(regexp = Form.DESTINATION, message = Form.DESTINATION_SAYS)
        String destination,

        @Schema(description = "How long it rings before no_answer; of no meaning otherwise.", defaultValue = "20")
        @Min(1)
        @Max(300)
        Integer ringSeconds) {
    public Forwarding {
        callers = Otherwise.empty(callers);
        ringSeconds = Otherwise.of(ringSeconds, 20);
    }

    /** When a call is forwarded. */
    public enum When {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("busy")
        BUSY,
        @JsonProperty("no_answer")
        NO_ANSWER,
        @JsonProperty("unreachable")
        UNREACHABLE
    }

    PhoneOptions.Forwarding toContract() {
        PhoneOptions.Condition condition = switch (when) {
            case ALWAYS -> PhoneOptions.Condition.ALWAYS;
            case BUSY -> PhoneOptions.Condition.BUSY;
            case NO_ANSWER -> PhoneOptions.Condition.NO_ANSWER;
            case UNREACHABLE -> PhoneOptions.Condition.UNREACHABLE;
        };
        return new PhoneOptions.Forwarding(condition, callers, destination, ringSeconds);
    }
}
