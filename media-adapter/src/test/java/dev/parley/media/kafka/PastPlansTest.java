package dev.parley.media.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PastPlansTest {
    private static final TopicPartition PARTITION = new TopicPartition("plans", 0);
    private static final TopicPartition OTHER = new TopicPartition("plans", 1);
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final RoomId ANOTHER = new RoomId("demo:911");

    private final PastPlans past = new PastPlans();

    @Test
    void ofThePastTheNewestOfEachRoomIsFollowedOnceAllIsRead() {
        past.began(Map.of(PARTITION, 4L, OTHER, 9L));

        assertThat(past.read(PARTITION, 0, Map.of(ROOM, plan(ROOM, 1)))).isEmpty();
        assertThat(past.read(PARTITION, 1, Map.of(ANOTHER, plan(ANOTHER, 1)))).isEmpty();
        assertThat(past.read(OTHER, 7, Map.of(new RoomId("acme:910"), Optional.empty())))
                .isEmpty();
        assertThat(past.read(PARTITION, 2, Map.of(ANOTHER, Optional.empty()))).isEmpty();
        assertThat(past.read(PARTITION, 3, Map.of(ROOM, plan(ROOM, 2))))
                .isEqualTo(Map.of(ROOM, plan(ROOM, 2), ANOTHER, Optional.empty()));
    }

    @Test
    void whatComesLaterIsFollowedAtOnce() {
        past.began(Map.of(PARTITION, 1L));
        past.read(PARTITION, 0, Map.of(ROOM, plan(ROOM, 1)));

        assertThat(past.read(PARTITION, 1, Map.of(ROOM, plan(ROOM, 2)))).isEqualTo(Map.of(ROOM, plan(ROOM, 2)));
        assertThat(past.read(OTHER, 0, Map.of(ANOTHER, plan(ANOTHER, 1)))).isEqualTo(Map.of(ANOTHER, plan(ANOTHER, 1)));
    }

    @Test
    void aRecordThatSaysNothingMayBeTheLast() {
        past.began(Map.of(PARTITION, 2L));
        past.read(PARTITION, 0, Map.of(ROOM, plan(ROOM, 1)));

        assertThat(past.read(PARTITION, 1, Map.of())).isEqualTo(Map.of(ROOM, plan(ROOM, 1)));
    }

    private static Optional<AudioPlan> plan(RoomId room, long revision) {
        return Optional.of(new AudioPlan(room, revision, Ambience.SILENCE, List.of()));
    }
}
