package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Chronicle;
import dev.parley.conference.application.Chronicle.Entry;
import dev.parley.conference.application.Chronicle.Following;
import dev.parley.conference.application.Chronicle.Start;
import dev.parley.contracts.id.RoomId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Server-sent events from the chronicle. A reader that does not keep up is let go: it comes again, and goes on behind the
 * last event that it has.
 */
@ApplicationScoped
public class Streams {
    private static final Logger LOG = Logger.getLogger(Streams.class);
    private static final int MOST_UNREAD = 10_000;

    private final Chronicle chronicle;
    private final Sse sse;
    private final RestConfig config;
    private final AtomicInteger open = new AtomicInteger();

    Streams(Chronicle chronicle, Sse sse, RestConfig config) {
        this.chronicle = chronicle;
        this.sse = sse;
        this.config = config;
    }

    /**
     * Opens a stream.
     *
     * @param wanted which of the entries of these rooms are told
     * @param id where to go on behind an entry
     */
    Multi<OutboundSseEvent> open(
            Start start, Predicate<RoomId> rooms, Predicate<Entry> wanted, Function<Entry, String> id) {
        if (open.get() >= config.streams()) {
            throw new Refused(Problem.of(
                    503, "too_many_streams", "Too many streams", "There are as many event streams as there may be"));
        }
        Multi<OutboundSseEvent> told = Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> follow(emitter, start, rooms, entry -> {
                            if (wanted.test(entry)) {
                                emitter.emit(event(entry, id.apply(entry)));
                            }
                        }),
                        MOST_UNREAD)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .map(_ -> comment("alive"));
        return Multi.createBy()
                .merging()
                .streams(told, alive)
                .select()
                .first(config.streamLifetime())
                .onSubscription()
                .invoke(open::incrementAndGet)
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private void follow(
            MultiEmitter<? super OutboundSseEvent> emitter,
            Start start,
            Predicate<RoomId> rooms,
            Consumer<Entry> reader) {
        try {
            Following following = chronicle.follow(start, rooms, reader);
            emitter.onTermination(following::close);
            emitter.emit(comment("following"));
        } catch (RuntimeException e) {
            LOG.warnf("could not open an event stream error=%s", e.getMessage());
            emitter.fail(e);
        }
    }

    private OutboundSseEvent event(Entry entry, String id) {
        return sse.newEventBuilder()
                .id(id)
                .name(entry.type())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(String.class, entry.cloudEvent())
                .build();
    }

    private OutboundSseEvent comment(String text) {
        return sse.newEventBuilder().comment(text).build();
    }
}
