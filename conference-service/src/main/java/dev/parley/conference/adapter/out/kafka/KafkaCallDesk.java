package dev.parley.conference.adapter.out.kafka;

import dev.parley.conference.application.CallDesk;
import dev.parley.conference.application.Envelope;
import dev.parley.conference.application.StorageUnavailable;
import dev.parley.contracts.Family;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks every call-control instance, for only they know which calls they hold. Thread-safe. */
public final class KafkaCallDesk implements CallDesk {
    private static final Family<CallCommand> COMMANDS = Family.of(CallCommand.class);

    private final Sender sender;
    private final Supplier<UUID> identities;
    private final InstantSource clock;
    private final Duration patience;

    /**
     * Prepares the desk.
     *
     * @param patience how long to wait until the wish has arrived
     */
    public KafkaCallDesk(Sender sender, Supplier<UUID> identities, InstantSource clock, Duration patience) {
        this.sender = sender;
        this.identities = identities;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void escalate(RoomId call, LegId administrator, Optional<RoomId> conference) {
        CallCommand wish = new CallCommand.EscalateCall(call, administrator, conference);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        for (int instance = 0; instance < Topics.PARTITIONS; instance++) {
            sent.add(sender.send(envelope(instance, wish)).toCompletableFuture().thenAccept(_ -> {}));
        }
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw new StorageUnavailable("Could not ask for a call to become a conference", e);
        }
    }

    private Envelope envelope(int instance, CallCommand wish) {
        return new Envelope(
                identities.get(),
                Topics.CALL_COMMANDS,
                wish.leg().value(),
                OptionalInt.of(instance),
                COMMANDS.kindOf(wish),
                clock.instant(),
                new String(COMMANDS.write(wish), StandardCharsets.UTF_8));
    }
}
