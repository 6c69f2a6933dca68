package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One time that a participant goes aside to talk with somebody in private; has exactly one outcome. */
public record ConsultationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConsultationId {
        Ids.text(value, "ConsultationId");
    }

    @Override
    public String toString() {
        return value;
    }
}
