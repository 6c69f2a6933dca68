package dev.parley.conference.adapter.in.kafka;

import dev.parley.conference.application.Chronicle;
import dev.parley.contracts.Topics;
import dev.parley.contracts.id.RoomId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * {@link Chronicle} from the topic of the public events. One consumer, of no group, reads what is new for all who follow;
 * who begins earlier has one of its own until it has caught up. Thread-safe.
 */
@ApplicationScoped
public class KafkaChronicle implements Chronicle {
    private static final Logger LOG = Logger.getLogger(KafkaChronicle.class);
    private static final int AFTER_TOPICS_ARE_MADE = 10;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ChronicleTopic topic;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Long> read = new HashMap<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    KafkaChronicle(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.topic = new ChronicleTopic(Topics.CONFERENCE_EVENTS, kafka);
    }

    void start(@Observes @Priority(AFTER_TOPICS_ARE_MADE) StartupEvent event) {
        Thread.ofPlatform().daemon().name("chronicle").start(this::keepReading);
    }

    void stop(@Observes ShutdownEvent event) {
        closed.countDown();
    }

    private void keepReading() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                readOn();
            }
        } catch (InterruptedException | WakeupException e) {
            LOG.debug("chronicle closed");
        }
    }

    /** Ends only when the broker fails in a way that its client does not heal by itself: then from where it was. */
    private void readOn() {
        try (KafkaConsumer<String, byte[]> consumer = topic.consumer()) {
            topic.goTo(consumer, positions());
            if (begun.getCount() > 0) {
                Map<Integer, Long> ends = topic.positions(consumer);
                synchronized (this) {
                    read.putAll(ends);
                }
                begun.countDown();
            }
            while (closed.getCount() > 0) {
                consumer.poll(ChronicleTopic.POLL).forEach(this::tell);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.warnf("chronicle is read anew error=%s", e.getMessage());
        }
    }

    private synchronized Map<Integer, Long> positions() {
        return new HashMap<>(read);
    }

    private synchronized void tell(ConsumerRecord<String, byte[]> told) {
        read.put(told.partition(), told.offset() + 1);
        followers.forEach(follower -> tell(follower, told));
    }

    /** One who cannot be told must not keep the others from being told. */
    private void tell(Follower follower, ConsumerRecord<String, byte[]> told) {
        try {
            follower.hear(told);
        } catch (RuntimeException e) {
            LOG.error("a follower of the chronicle failed, and is left out", e);
            followers.remove(follower);
        }
    }

    @Override
    public Following follow(Start start, Predicate<RoomId> rooms, Consumer<Entry> reader) {
        awaitBegun();
        Follower follower;
        Map<Integer, Long> until;
        synchronized (this) {
            until = positions();
            follower = new Follower(rooms, reader, until);
            followers.add(follower);
        }
        try {
            switch (start) {
                case Start.Now _ -> {
                    // What is new comes by itself.
                }
                case Start.At(Position position) -> topic.read(position, until, follower::startAt, follower::catchUp);
                case Start.Since(var time) -> topic.read(time, until, follower::startAt, follower::catchUp);
            }
        } catch (RuntimeException e) {
            followers.remove(follower);
            throw e;
        }
        follower.haveCaughtUp();
        return () -> followers.remove(follower);
    }

    private void awaitBegun() {
        try {
            begun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the chronicle", e);
        }
    }
}
