package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import java.util.List;

/**
 * Whoever calls the number is not connected, but called back and then connected with the number's destination (R1).
 *
 * @param delaySeconds from the end of the call to the call back
 * @param callers only callers whose number starts with one of these; none: all. Others are connected at once
 */
public record Callback(Manner manner, int delaySeconds, List<String> callers) {
    public Callback {
        Required.field(manner, "manner");
        callers = List.copyOf(Required.field(callers, "callers"));
        if (delaySeconds < 0) {
            throw new IllegalArgumentException("Expected the field 'delaySeconds' to be at least 0");
        }
    }

    /** How the caller's own call ends. */
    public enum Manner {
        /** Refused, so that it costs the caller nothing. */
        REFUSE,
        /** Answered, told so, hung up on. */
        HANG_UP
    }
}
