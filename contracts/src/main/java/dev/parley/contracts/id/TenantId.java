package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A tenant's short name, such as {@code demo}; part of every key. */
public record TenantId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {
        Ids.text(value, "TenantId");
    }

    @Override
    public String toString() {
        return value;
    }
}
