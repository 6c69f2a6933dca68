package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Chronicle;
import dev.parley.conference.application.Chronicle.Following;
import dev.parley.conference.application.LiveConferences;
import dev.parley.conference.application.LiveConferences.Invited;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.RoomId;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Waits for what becomes of invitations; no thread waits meanwhile. */
@ApplicationScoped
public class Outcomes {
    private static final String ENDED = "InvitationEnded";
    private static final String WAIT = "wait=";

    private final Chronicle chronicle;
    private final LiveConferences conferences;
    private final Duration longest;

    Outcomes(Chronicle chronicle, LiveConferences conferences, RestConfig config) {
        this.chronicle = chronicle;
        this.conferences = conferences;
        this.longest = config.longestWait();
    }

    /** For how long the header Prefer (RFC 7240) asks to wait, as far as we do; what else it asks is passed over. */
    Optional<Duration> wait(Optional<String> prefer) {
        return prefer.stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]")))
                .map(preference -> preference.replace("\"", "").replaceAll("\\s", ""))
                .filter(preference -> preference.matches(WAIT + "[0-9]{1,6}"))
                .map(preference -> Duration.ofSeconds(Long.parseLong(preference.substring(WAIT.length()))))
                .map(asked -> asked.compareTo(longest) > 0 ? longest : asked)
                .findFirst()
                .filter(Duration::isPositive);
    }

    /** The invitation with its outcome, or as it is when the time is over. */
    Uni<Invited> await(RoomId room, InvitationId id, Duration time) {
        CompletableFuture<Boolean> known = new CompletableFuture<>();
        Following following = chronicle.follow(new Chronicle.Start.Now(), room::equals, entry -> {
            if (entry.type().equals(ENDED)
                    && entry.invitation().filter(id.value()::equals).isPresent()) {
                known.complete(true);
            }
        });
        // Whatever was told before we listened is stored by now.
        if (read(room, id).ended().isPresent()) {
            known.complete(true);
        }
        return Uni.createFrom()
                .completionStage(known)
                .ifNoItem()
                .after(time)
                .recoverWithItem(false)
                .onTermination()
                .invoke(following::close)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(_ -> read(room, id));
    }

    private Invited read(RoomId room, InvitationId id) {
        return conferences
                .invitation(room, id)
                .orElseThrow(() -> new IllegalStateException("An invitation was made, but not stored"));
    }
}
