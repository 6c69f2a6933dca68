package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.adapter.in.rest.CallResource.EscalationView;
import dev.parley.conference.application.Chronicle;
import dev.parley.conference.application.Chronicle.Following;
import dev.parley.contracts.id.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Waits for calls to become conferences; no thread waits meanwhile. */
@ApplicationScoped
public class Escalations {
    private static final String ESCALATED = "ConferenceEscalated";

    private final Chronicle chronicle;

    Escalations(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    /**
     * The conference that the call has become within that time; none: it has not.
     *
     * @param wish what is to be done once we listen
     */
    Uni<Optional<EscalationView>> await(RoomId call, Duration time, Runnable wish) {
        CompletableFuture<Optional<EscalationView>> known = new CompletableFuture<>();
        Following following = chronicle.follow(
                new Chronicle.Start.Now(), room -> room.tenant().equals(call.tenant()), entry -> {
                    if (entry.type().equals(ESCALATED) && entry.cloudEvent().contains("\"" + call.value() + "\"")) {
                        known.complete(Optional.of(new EscalationView(
                                entry.room().name(), entry.conference().value())));
                    }
                });
        try {
            wish.run();
        } catch (RuntimeException e) {
            following.close();
            throw e;
        }
        return Uni.createFrom()
                .completionStage(known)
                .ifNoItem()
                .after(time)
                .recoverWithItem(Optional.empty())
                .onTermination()
                .invoke(following::close);
    }
}
