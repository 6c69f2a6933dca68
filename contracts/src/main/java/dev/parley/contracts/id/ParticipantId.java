package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person's presence in a conference; survives a change of leg. */
public record ParticipantId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ParticipantId {
        Ids.text(value, "ParticipantId");
    }

    @Override
    public String toString() {
        return value;
    }
}
