package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One SIP dialog with one party; also its party tag in rtpengine. */
public record LegId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LegId {
        Ids.text(value, "LegId");
    }

    @Override
    public String toString() {
        return value;
    }
}
