package dev.parley.conference.adapter.in.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conference.application.Chronicle.Entry;
import dev.parley.conference.application.Chronicle.Position;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.RoomId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * One who reads the chronicle: of its rooms only, each change once although it may have been sent twice, and what is new
 * only after what is old. Thread-safe.
 */
final class Follower {
    private static final Logger LOG = Logger.getLogger(Follower.class);

    private record Last(ConferenceId conference, long sequence) {}

    private final Predicate<RoomId> rooms;
    private final Consumer<Entry> reader;
    private final TreeMap<Integer, Long> next;
    private final Map<RoomId, Last> last = new HashMap<>();
    private final List<ConsumerRecord<String, byte[]>> meanwhile = new ArrayList<>();
    private boolean caughtUp;

    Follower(Predicate<RoomId> rooms, Consumer<Entry> reader, Map<Integer, Long> next) {
        this.rooms = rooms;
        this.reader = reader;
        this.next = new TreeMap<>(next);
    }

    synchronized void startAt(Map<Integer, Long> begin) {
        next.putAll(begin);
    }

    synchronized void catchUp(ConsumerRecord<String, byte[]> told) {
        read(told);
    }

    synchronized void haveCaughtUp() {
        meanwhile.forEach(this::read);
        meanwhile.clear();
        caughtUp = true;
    }

    synchronized void hear(ConsumerRecord<String, byte[]> told) {
        if (caughtUp) {
            read(told);
        } else {
            meanwhile.add(told);
        }
    }

    private void read(ConsumerRecord<String, byte[]> told) {
        next.put(told.partition(), told.offset() + 1);
        try {
            JsonNode data = CloudEvents.JSON.readTree(told.value());
            RoomId room = new RoomId(data.path("room").asText());
            if (rooms.test(room)) {
                read(told, room, data);
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf(
                    "left out an unreadable event partition=%d offset=%d error=%s",
                    told.partition(), told.offset(), e.getMessage());
        }
    }

    private void read(ConsumerRecord<String, byte[]> told, RoomId room, JsonNode data) {
        ConferenceId conference = new ConferenceId(data.path("conference").asText());
        long sequence = data.path("sequence").asLong();
        Last before = last.get(room);
        if (before != null && before.conference().equals(conference) && sequence <= before.sequence()) {
            return;
        }
        last.put(room, new Last(conference, sequence));
        reader.accept(new Entry(
                room,
                conference,
                sequence,
                data.path("type").asText(),
                CloudEvents.time(told),
                Optional.ofNullable(data.get("invitation")).map(JsonNode::asText),
                new Position(List.copyOf(next.values())),
                CloudEvents.structured(told, room, data)));
    }
}
