package dev.parley.systemtests.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Family;
import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.Cause;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.RoomId;
import dev.parley.platform.EmbeddedKafka;
import dev.parley.testsupport.KafkaResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConferenceStoryTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final RoomId OURS = new RoomId("demo:910");
    private static final RoomId THEIRS = new RoomId("acme:910");
    private static final ConferenceId CONFERENCE =
            new ConferenceId(UUID.randomUUID().toString());

    private EmbeddedKafka kafka;
    private KafkaProducer<String, byte[]> system;

    @BeforeEach
    void start() throws Exception {
        kafka = KafkaResource.startKafka();
        Map<String, Object> bootstrap = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(bootstrap)) {
            admin.createTopics(List.of(new NewTopic(Topics.CONFERENCE_EVENTS, 4, (short) 1)))
                    .all()
                    .get();
        }
        system = new KafkaProducer<>(bootstrap, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        system.close();
        kafka.close();
    }

    @Test
    void tellsWhatHappensInItsRoomFromNowOn() throws Exception {
        write(started(OURS));
        BlockingQueue<ConferenceEvent> read = new LinkedBlockingQueue<>();

        try (ConferenceStory story = new ConferenceStory(world(), OURS, read::add)) {
            write(started(THEIRS));
            write(new byte[] {'?'});
            write(ended(OURS));

            assertThat(story.await(ConferenceEnded.class, 1, SOON)).contains(ended(OURS));
            assertThat(story.told()).containsExactly(ended(OURS));
            assertThat(read).containsExactly(ended(OURS));
            assertThat(story.await(ConferenceStarted.class, 1, Duration.ofMillis(10)))
                    .isEmpty();
        }
    }

    private World.Kafka world() {
        return new World.Kafka(kafka.bootstrapServers());
    }

    private static ConferenceEvent started(RoomId room) {
        return new ConferenceStarted(room, CONFERENCE, 1, Cause.SIP);
    }

    private static ConferenceEnded ended(RoomId room) {
        return new ConferenceEnded(room, CONFERENCE, 2, Cause.SIP);
    }

    private void write(ConferenceEvent event) throws Exception {
        system.send(new ProducerRecord<>(
                        Topics.CONFERENCE_EVENTS,
                        event.room().value(),
                        Family.of(ConferenceEvent.class).write(event)))
                .get();
    }

    private void write(byte[] nonsense) throws Exception {
        system.send(new ProducerRecord<>(Topics.CONFERENCE_EVENTS, OURS.value(), nonsense))
                .get();
    }
}
