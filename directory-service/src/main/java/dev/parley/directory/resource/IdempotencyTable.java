package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was answered to POSTs with an {@code Idempotency-Key}, for a day. */
@ApplicationScoped
public class IdempotencyTable {
    private static final String YOUNG = "at > now() - interval '24 hours'";

    private final Database database;
    private final Documents documents;

    IdempotencyTable(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /**
     * A request that may come again.
     *
     * @param who keys of one caller are nothing to another
     * @param request a hash of everything that was asked
     */
    public record Key(String who, String key, String request) {}

    /** What is known of such a request. */
    sealed interface Earlier {
        /** It has not been, or so long ago that it is forgotten. */
        record None() implements Earlier {}

        /** It is being worked on. */
        record Running() implements Earlier {}

        /** The key was used for another request. */
        record Other() implements Earlier {}

        /** It was answered with this document. */
        record Answered(Stored made) implements Earlier {}
    }

    /** Asks, and until the transaction ends keeps others from working on the same. */
    Earlier claim(Key key) {
        boolean mine = database.first(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 2))",
                        row -> row.getBoolean(1),
                        key.who() + '\n' + key.key())
                .orElseThrow();
        return mine ? look(key) : new Earlier.Running();
    }

    private Earlier look(Key key) {
        Optional<Earlier> earlier = database.first(
                "select request = ? as same, answer from idempotency where who = ? and key = ? and " + YOUNG,
                row -> row.getBoolean("same")
                        ? new Earlier.Answered(made(documents.object(row.getString("answer"))))
                        : new Earlier.Other(),
                key.request(),
                key.who(),
                key.key());
        return earlier.orElseGet(Earlier.None::new);
    }

    /** Keeps the document as it was answered; of its secrets, that there are some. */
    void answered(Key key, Stored made) {
        ObjectNode answer = documents.object();
        answer.put("tenant", made.id().tenant());
        answer.put("kind", made.id().kind());
        answer.put("name", made.id().name());
        answer.put("revision", made.revision());
        answer.set("body", made.body());
        answer.put("secrets", String.join(",", made.secretFields()));
        answer.put("created", made.created().toString());
        answer.put("updated", made.updated().toString());
        database.update(
                "insert into idempotency (who, key, request, answer) values (?, ?, ?, ?::jsonb)"
                        + " on conflict (who, key) do update"
                        + " set request = excluded.request, answer = excluded.answer, at = excluded.at",
                key.who(),
                key.key(),
                key.request(),
                documents.text(answer));
    }

    private static Stored made(ObjectNode answer) {
        Map<String, String> secrets = new HashMap<>();
        for (String field : answer.get("secrets").asText().split(",", -1)) {
            if (!field.isEmpty()) {
                secrets.put(field, "");
            }
        }
        return new Stored(
                new ResourceId(
                        answer.get("tenant").asText(),
                        answer.get("kind").asText(),
                        answer.get("name").asText()),
                answer.get("revision").asLong(),
                (ObjectNode) answer.get("body"),
                secrets,
                Instant.parse(answer.get("created").asText()),
                Instant.parse(answer.get("updated").asText()));
    }

    @Scheduled(every = "1h", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void forget() {
        database.update("delete from idempotency where not " + YOUNG);
    }
}
