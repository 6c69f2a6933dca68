package dev.parley.conference.application;

import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What webhooks are to be told. All of it throws {@link StorageUnavailable}. */
public interface Deliveries {
    /** Something that happened, to be told to all of the tenant who want to hear it; said twice, it is told once. */
    record News(TenantId tenant, String message, String strand, String kind, Instant happened, String payload) {}

    /** Where one is. */
    enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    /**
     * One message to one webhook.
     *
     * @param message the same in each attempt, and in replays: by it receivers know what they have
     * @param replayOf the delivery that is repeated
     * @param due when it is tried next
     * @param status the last answer
     * @param error why the last attempt failed
     */
    record Delivery(
            String id,
            String webhook,
            String message,
            String strand,
            String kind,
            String payload,
            Optional<String> replayOf,
            State state,
            int attempts,
            Instant due,
            Instant created,
            Optional<Instant> ended,
            OptionalInt status,
            Optional<String> error) {}

    void tell(News news, Instant now);

    /** To one webhook alone. */
    void add(Delivery delivery);

    /** Webhooks to which something is to be told by now. */
    List<String> due(Instant now);

    /** Takes what is to be told now, the first of each strand; nobody else takes it until then. */
    List<Delivery> claim(String webhook, Instant now, Instant until, int most);

    void delivered(Delivery delivery, int status, Instant now);

    /** It is tried again then. */
    void postponed(Delivery delivery, Attempt attempt, Instant due, Instant now);

    /** It is tried no more. */
    void failed(Delivery delivery, Attempt attempt, Instant now);

    /** The webhook is told nothing more, until its owner enables it again. */
    void disable(String webhook, String why, Instant now);

    /** The newest first. */
    List<Delivery> find(String webhook, PastQuery query);

    Optional<Delivery> find(String webhook, String id);

    /** Forgets what is over and older. */
    int forget(Instant before);

    /** How an attempt failed. */
    record Attempt(OptionalInt status, String error) {}

    /** How often, and for how long, it is tried. */
    record Perseverance(Duration first, Duration longest, Duration givesUpAfter) {
        /** How long to wait after so many attempts: each time twice as long. */
        public Duration pause(int attempts) {
            int doublings = Math.min(Math.max(attempts - 1, 0), 30);
            Duration pause = first.multipliedBy(1L << doublings);
            return pause.compareTo(longest) < 0 ? pause : longest;
        }

        public boolean isOver(Instant since, Instant now) {
            return !since.plus(givesUpAfter).isAfter(now);
        }
    }
}
