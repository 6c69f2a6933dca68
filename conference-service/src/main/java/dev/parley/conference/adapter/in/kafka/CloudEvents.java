package dev.parley.conference.adapter.in.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.contracts.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** CloudEvents as the topic of the public events has them, in binary mode. */
final class CloudEvents {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private CloudEvents() {}

    static Instant time(ConsumerRecord<String, byte[]> told) {
        @Nullable String time = attribute(told, "time");
        return time == null ? Instant.ofEpochMilli(told.timestamp()) : Instant.parse(time);
    }

    /** The same attributes, and the payload as data, in structured mode. */
    static String structured(ConsumerRecord<String, byte[]> told, RoomId room, JsonNode data) {
        ObjectNode event = JSON.createObjectNode();
        for (String attribute : List.of("specversion", "id", "source", "type", "time")) {
            event.put(attribute, attribute(told, attribute));
        }
        event.put("subject", room.value());
        event.put("datacontenttype", "application/json");
        event.set("data", data);
        return event.toString();
    }

    static @Nullable String attribute(ConsumerRecord<String, byte[]> told, String name) {
        @Nullable Header header = told.headers().lastHeader("ce_" + name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
