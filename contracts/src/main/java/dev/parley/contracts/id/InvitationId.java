package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One attempt to bring somebody into a conference, which has exactly one outcome. */
public record InvitationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvitationId {
        Ids.text(value, "InvitationId");
    }

    @Override
    public String toString() {
        return value;
    }
}
