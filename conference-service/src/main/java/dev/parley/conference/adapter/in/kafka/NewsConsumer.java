package dev.parley.conference.adapter.in.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conference.application.Deliveries;
import dev.parley.conference.application.Deliveries.News;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.contracts.id.RoomId;
import dev.parley.messaging.UnreadableMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The public events, for those who want to be told by webhook: written down here, told later. Conferences do not wait for
 * any of it.
 */
@ApplicationScoped
public class NewsConsumer {
    static final String NEWS = "news";

    private final Deliveries deliveries;
    private final Patience patience;
    private final Executor blocking = Executors.newVirtualThreadPerTaskExecutor();

    NewsConsumer(Deliveries deliveries, Patience patience) {
        this.deliveries = deliveries;
        this.patience = patience;
    }

    /** Done when it is written down. Should the service stop first, it is never done, and comes again. */
    @Incoming(NEWS)
    public Uni<Void> onRecord(ConsumerRecord<String, byte[]> told) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(blocking)
                .invoke(() -> {
                    News news = news(told);
                    patience.insist(() -> deliveries.tell(news, Instant.now()));
                })
                .onFailure(StorageUnavailable.class)
                .recoverWithUni(() -> Uni.createFrom().nothing());
    }

    private static News news(ConsumerRecord<String, byte[]> told) {
        try {
            JsonNode data = CloudEvents.JSON.readTree(told.value());
            RoomId room = new RoomId(data.path("room").asText());
            String conference = data.path("conference").asText();
            return new News(
                    room.tenant(),
                    // Who wrote it gave it a name; without one, its place among all events is one.
                    Optional.ofNullable(CloudEvents.attribute(told, "id"))
                            .orElse(conference + ":" + data.path("sequence").asLong()),
                    conference,
                    data.path("type").asText(),
                    CloudEvents.time(told),
                    CloudEvents.structured(told, room, data));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableMessage("Unreadable event at " + told.partition() + "@" + told.offset());
        }
    }
}
