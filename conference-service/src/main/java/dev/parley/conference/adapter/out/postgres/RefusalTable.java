package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Effect;
import dev.parley.conference.domain.Prompt;
import dev.parley.contracts.id.LegId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table {@code refusal}: who was not let in, at the door or after the PIN, and why. */
final class RefusalTable {
    private static final String INSERT =
            "insert into refusal (leg, room, reason, refused_at) values (?, ?, ?, ?) on conflict do nothing";

    /** Somebody who is sent away after the PIN is told why; what is told is what is kept. */
    private static final Map<Prompt, String> REASONS = Map.of(
            Prompt.WRONG_PIN, "WRONG_PIN",
            Prompt.CONFERENCE_FULL, "ROOM_FULL",
            Prompt.CONFERENCE_LOCKED, "ROOM_LOCKED",
            Prompt.NOT_STARTED, "NOT_STARTED");

    private static final String SILENT = "NO_PIN";

    private RefusalTable() {}

    static void record(Connection connection, Transition transition) throws SQLException {
        for (Effect effect : transition.decision().effects()) {
            if (effect instanceof Effect.RefuseLeg refused) {
                insert(connection, transition, refused.leg(), refused.reason().name());
            }
        }
        if (transition.decision() instanceof Decision.Accepted accepted) {
            for (ConferenceEvent event : accepted.events()) {
                if (event instanceof ConferenceEvent.LegDismissed(LegId leg)) {
                    insert(connection, transition, leg, reason(leg, accepted.effects()));
                }
            }
        }
    }

    private static String reason(LegId leg, List<Effect> effects) {
        return effects.stream()
                .filter(Effect.PlayPrompts.class::isInstance)
                .map(Effect.PlayPrompts.class::cast)
                .filter(play -> play.leg().equals(leg))
                .flatMap(play -> play.prompts().stream())
                .map(prompt -> Optional.ofNullable(REASONS.get(prompt)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(SILENT);
    }

    private static void insert(Connection connection, Transition transition, LegId leg, String reason)
            throws SQLException {
        Selection.change(
                connection, INSERT, leg.value(), transition.room().value(), reason, Selection.time(transition.now()));
    }
}
