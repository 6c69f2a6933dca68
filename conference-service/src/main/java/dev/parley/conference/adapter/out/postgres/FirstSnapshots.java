package dev.parley.conference.adapter.out.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads snapshots of version 1, of the time when a room had a PIN, seats, and nothing else: its conferences go on as they
 * were, with plain manners until somebody arrives.
 */
final class FirstSnapshots {
    private FirstSnapshots() {}

    static JsonNode translate(JsonNode first) {
        ObjectNode state = first.deepCopy();
        if (state.has("policy")) {
            policy((ObjectNode) state.get("policy"));
            state.withArray("/roster/legs").forEach(leg -> leg((ObjectNode) leg));
        }
        if (state.has("conference")) {
            state.putObject("course")
                    .put("moderated", false)
                    .put("locked", false)
                    .put("opened", true);
        }
        return state;
    }

    private static void policy(ObjectNode policy) {
        boolean music = policy.remove("musicWhenAlone").asBoolean();
        ObjectNode manners = policy.putObject("manners")
                .put("announceName", false)
                .put("muteNonModerator", false)
                .put("recordInvited", false)
                .put("endsWith", "LAST")
                .put("waitForModerator", false);
        manners.putObject("keys").putObject("keys");
        if (music) {
            manners.put("music", "music");
        }
    }

    private static void leg(ObjectNode leg) {
        ObjectNode dialog = leg.putObject("dialog");
        dialog.set("id", leg.remove("id"));
        dialog.set("instance", leg.remove("instance"));
        JsonNode number = leg.remove("number");
        dialog.putObject("party")
                .put("inside", true)
                .<ObjectNode>set("number", number)
                .set("source", number);
        dialog.set("held", leg.remove("held"));
        switch (leg.path("type").asText()) {
            case "EnteringPin" -> ((ObjectNode) leg.get("entry")).put("pausing", false);
            case "Member" -> {
                leg.put("keys", "");
                leg.putObject("voice")
                        .put("mutedBySelf", false)
                        .put("mutedByModerator", false)
                        .put("mutedByPolicy", false)
                        .put("deaf", false)
                        .put("onHold", false);
            }
            default -> {
                // Has nothing more.
            }
        }
    }
}
