package dev.parley.directory.number;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.Callback.Manner;
import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An outside number (DID) and where its calls go. */
@Schema(name = "Number", description = "An outside number (DID) and where its calls go.")
public record OutsideNumber(
        @Schema(description = "E.164; unique in the world. Cannot change.", examples = "+4930900910")
        @NotNull
        @Pattern(regexp = Form.NUMBER, message = Form.NUMBER_SAYS)
        String number,

        @Schema(description = "The extension that its calls ring.", examples = "910")
        @NotNull
        @Pattern(regexp = Form.EXTENSION, message = Form.EXTENSION_SAYS)
        String destination,

        @Schema(description = "Callers are called back instead of connected.") @Valid @Nullable
        CallbackRule callback) {

    /** Whoever calls is called back, and then connected (R1). */
    @Schema(name = "Callback", description = "Callers are not connected, but called back and then connected.")
    public record CallbackRule(
            @Schema(
                    description = "How the caller's own call ends: refused, or answered and hung up on.",
                    enumeration = {"refuse", "hang_up"},
                    defaultValue = "refuse")
            CallEnd manner,

            @Schema(description = "Seconds from the end of the call to the call back.", defaultValue = "1")
            @Min(0)
            @Max(3600)
            Integer delaySeconds,

            @Schema(
                    description = "Only callers whose number begins with one of these; none: all.",
                    examples = "[\"+4917\"]")
            @Size(max = 100)
            List<@NotNull @Pattern(regexp = Form.PREFIX, message = Form.PREFIX_SAYS) String> callers) {
        public CallbackRule {
            manner = Otherwise.of(manner, CallEnd.REFUSE);
            delaySeconds = Otherwise.of(delaySeconds, 1);
            callers = Otherwise.empty(callers);
        }

        Callback toContract() {
            Manner end = switch (manner) {
                case REFUSE -> Manner.REFUSE;
                case HANG_UP -> Manner.HANG_UP;
            };
            return new Callback(end, delaySeconds, callers);
        }
    }

    /** How the caller's own call ends. */
    public enum CallEnd {
        @JsonProperty("refuse")
        REFUSE,
        @JsonProperty("hang_up")
        HANG_UP
    }
}
