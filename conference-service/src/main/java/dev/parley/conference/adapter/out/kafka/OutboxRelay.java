package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.Outbox;
import dev.parley.conference.application.Postbox;
import dev.parley.conference.application.RoomLocks;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Sends what was stored, at once, and takes it out of the outbox when it has arrived.
 *
 * <p>A room whose messages could not be sent, or were left behind by a process that died, is <em>stuck</em>: what comes
 * later about it waits in the outbox, until {@link #heal} has sent all of it in order. A message may arrive twice, but
 * none is lost and, within a room, none overtakes another. Thread-safe.
 */
public final class OutboxRelay implements Postbox {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    private final Sender sender;
    private final Outbox outbox;
    private final RoomLocks locks;
    private final Duration patience;
    private final Set<RoomId> stuck = ConcurrentHashMap.newKeySet();
    private final Set<UUID> underway = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<UUID> arrived = new ConcurrentLinkedQueue<>();

    /**
     * Prepares the relay.
     *
     * @param locks the same by which the rooms are changed
     * @param patience how long to wait for one message of a stuck room to arrive
     */
    public OutboxRelay(Sender sender, Outbox outbox, RoomLocks locks, Duration patience) {
        this.sender = sender;
        this.outbox = outbox;
        this.locks = locks;
        this.patience = patience;
    }

    @Override
    public void send(RoomId room, List<Envelope> envelopes, boolean inheritance) {
        if (inheritance) {
            stuck.add(room);
        }
        if (!stuck.contains(room)) {
            envelopes.forEach(envelope -> send(room, envelope));
        }
    }

    private void send(RoomId room, Envelope envelope) {
        underway.add(envelope.id());
        var _ = sender.send(envelope).whenComplete((_, failure) -> {
            if (failure == null) {
                arrived.add(envelope.id());
            } else {
                stuck.add(room);
                LOG.warnf("could not send %s roomId=%s error=%s", envelope, room, failure.getMessage());
            }
            underway.remove(envelope.id());
        });
    }

    /** How many rooms wait for an earlier message. */
    public int stuckRooms() {
        return stuck.size();
    }

    /** Takes out of the outbox what has arrived since the last time. */
    public void tidy() {
        Collection<UUID> done = new ArrayList<>();
        for (UUID id = arrived.poll(); id != null; id = arrived.poll()) {
            done.add(id);
        }
        if (done.isEmpty()) {
            return;
        }
        try {
            outbox.remove(done);
        } catch (RuntimeException e) {
            arrived.addAll(done);
            throw e;
        }
    }

    /** Sends what has waited since before then: the heritage of a process that died. */
    public void adopt(Instant then) {
        stuck.addAll(outbox.roomsWaitingSince(then));
    }

    /** Sends what waits about the stuck rooms. */
    public void heal() {
        for (RoomId room : List.copyOf(stuck)) {
            locks.whileLocked(room, () -> heal(room));
        }
    }

    /** What is underway is looked at before, too: it may arrive while the outbox is read, and is taken out the next time. */
    private void heal(RoomId room) {
        Set<UUID> before = Set.copyOf(underway);
        tidy();
        List<Envelope> waiting = outbox.waiting(room);
        if (waiting.stream().map(Envelope::id).anyMatch(id -> before.contains(id) || underway.contains(id))) {
            return;
        }
        for (Envelope envelope : waiting) {
            if (!arrives(envelope)) {
                return;
            }
            outbox.remove(List.of(envelope.id()));
        }
        stuck.remove(room);
        if (!waiting.isEmpty()) {
            LOG.infof("sent %d messages that had waited roomId=%s", waiting.size(), room);
        }
    }

    private boolean arrives(Envelope envelope) {
        try {
            sender.send(envelope).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("could not send %s, trying again later error=%s", envelope, e.getMessage());
            return false;
        }
    }
}
