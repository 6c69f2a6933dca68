package dev.parley.media.dtmf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.media.leg.LegParties;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One key of one leg, as rtpengine's DTMF log tells it when the key is released. */
record KeyReport(RoomId room, LegId leg, String digit, Duration held) {
    private static final JsonMapper JSON = new JsonMapper();
    /** RFC 4733 §3.2. */
    private static final String EVENTS = "0123456789*#ABCD";

    /** Reads a datagram; empty when it is none of rtpengine's, or not about a leg of ours. */
    static Optional<KeyReport> of(byte[] datagram) {
        try {
            JsonNode json = JSON.readTree(datagram);
            int event = json.path("event").asInt(-1);
            String room = json.path("callid").asText("");
            String leg = json.path("source_tag").asText(".");
            if (!json.path("type").asText("").equals("DTMF")
                    || event < 0
                    || event >= EVENTS.length()
                    || !LegParties.isLeg(leg)) {
                return Optional.empty();
            }
            return Optional.of(new KeyReport(
                    new RoomId(room),
                    new LegId(leg),
                    EVENTS.substring(event, event + 1),
                    Duration.ofMillis(json.path("duration").asLong(0))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
