package dev.parley.conference.adapter.in.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.application.Chronicle.Entry;
import dev.parley.conference.application.Chronicle.Position;
import dev.parley.contracts.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What one who follows the chronicle is told, and in which order. */
class FollowerTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");

    private final List<Entry> told = new ArrayList<>();
    private final Follower follower = new Follower(ROOM::equals, told::add, Map.of(0, 5L, 1, 7L));

    @Test
    void whatIsNewWaitsUntilWhatIsOldWasTold() {
        follower.startAt(Map.of(0, 3L));
        follower.hear(event(0, 5, ROOM, "c1", 3));
        follower.catchUp(event(0, 3, ROOM, "c1", 1));
        follower.catchUp(event(0, 4, ROOM, "c1", 2));
        assertThat(told).extracting(Entry::sequence).containsExactly(1L, 2L);

        follower.haveCaughtUp();
        follower.hear(event(0, 6, ROOM, "c1", 4));

        assertThat(told).extracting(Entry::sequence).containsExactly(1L, 2L, 3L, 4L);
        assertThat(told)
                .extracting(Entry::position)
                .extracting(Position::toString)
                .containsExactly("4.7", "5.7", "6.7", "7.7");
    }

    @Test
    void whatWasSentTwiceIsToldOnce() {
        follower.haveCaughtUp();

        follower.hear(event(0, 5, ROOM, "c1", 1));
        follower.hear(event(0, 6, ROOM, "c1", 2));
        follower.hear(event(0, 7, ROOM, "c1", 1));
        follower.hear(event(0, 8, ROOM, "c1", 2));
        follower.hear(event(0, 9, ROOM, "c2", 1));

        assertThat(told)
                .extracting(entry -> entry.conference() + ":" + entry.sequence())
                .containsExactly("c1:1", "c1:2", "c2:1");
    }

    @Test
    void whatIsSaidOfOtherRoomsOrCannotBeReadOnlyMovesThePlace() {
        follower.haveCaughtUp();

        follower.hear(event(1, 7, new RoomId("acme:910"), "c9", 1));
        follower.hear(new ConsumerRecord<>("events", 1, 8, "?", "no JSON".getBytes(StandardCharsets.UTF_8)));
        follower.hear(event(0, 5, ROOM, "c1", 1));

        assertThat(told).singleElement().satisfies(entry -> {
            assertThat(entry.position()).hasToString("6.9");
            assertThat(entry.type()).isEqualTo("ConferenceLocked");
            assertThat(entry.time()).isEqualTo(TIME);
            assertThat(entry.cloudEvent())
                    .contains("\"subject\":\"demo:910\"", "\"time\":\"2026-01-01T12:00:00Z\"")
                    .doesNotContain("\n");
        });
    }

    @Test
    void aPlaceIsReadAsItWasWritten() {
        assertThat(Position.of("6.9")).contains(new Position(List.of(6L, 9L)));
        assertThat(Position.of("6.")).isEmpty();
        assertThat(Position.of("-6")).isEmpty();
        assertThat(Position.of("99999999999999999999")).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> event(
            int partition, long offset, RoomId room, String conference, long sequence) {
        String data =
                "{\"type\":\"ConferenceLocked\",\"room\":\"%s\",\"conference\":\"%s\",\"sequence\":%d,\"cause\":\"API\"}"
                        .formatted(room, conference, sequence);
        ConsumerRecord<String, byte[]> event =
                new ConsumerRecord<>("events", partition, offset, room.value(), data.getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_time", TIME.toString().getBytes(StandardCharsets.UTF_8));
        return event;
    }
}
