package dev.parley.conference.adapter.out.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads snapshots of version 2, of the time when nobody went aside and no room needed an administrator. */
final class SecondSnapshots {
    private SecondSnapshots() {}

    static JsonNode translate(JsonNode second) {
        ObjectNode state = second.deepCopy();
        if (state.path("policy").path("manners") instanceof ObjectNode manners) {
            manners.put("dynamic", false);
        }
        if (state.has("conference")) {
            state.putObject("consultations").putArray("all");
        }
        return state;
    }
}
