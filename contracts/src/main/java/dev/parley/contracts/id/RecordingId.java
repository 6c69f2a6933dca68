package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One recording, of a conference or of one of its participants. */
public record RecordingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordingId {
        Ids.text(value, "RecordingId");
    }

    @Override
    public String toString() {
        return value;
    }
}
