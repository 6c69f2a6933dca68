package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One live or past occurrence of a conference in a room. */
public record ConferenceId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConferenceId {
        Ids.text(value, "ConferenceId");
    }

    @Override
    public String toString() {
        return value;
    }
}
