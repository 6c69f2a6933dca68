package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.application.Transition;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Consultation;
import dev.parley.conference.domain.ConsultationOutcome;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.InvitationOutcome;
import dev.parley.conference.domain.Leg;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table {@code outside_call}: who is called outside, from the wish until the party has gone. */
final class OutsideCallTable {
    private static final String BEGUN =
            "insert into outside_call (leg, tenant, caller, begun_at) values (?, ?, ?, ?) on conflict do nothing";
    private static final String ENDED = "update outside_call set ended_at = ? where leg = ? and ended_at is null";

    private OutsideCallTable() {}

    static void record(Connection connection, Transition transition) throws SQLException {
        if (transition.decision() instanceof Decision.Accepted accepted) {
            for (ConferenceEvent event : accepted.events()) {
                if (event instanceof ConferenceEvent.InvitationRequested requested
                        && !requested.dialog().party().inside()) {
                    begun(
                            connection,
                            transition,
                            requested.dialog().id(),
                            requested.invitation().inviter());
                } else if (event instanceof ConferenceEvent.ConsultationDialled dialled
                        && !dialled.dialog().party().inside()) {
                    begun(connection, transition, dialled.dialog().id(), owner(transition.after(), dialled));
                } else if (event instanceof ConferenceEvent.ConsultationEnded ended
                        && ended.called().isPresent()
                        && !isMerged(ended.outcome())) {
                    ended(connection, transition, ended.called().get());
                } else if (event instanceof ConferenceEvent.InvitationEnded ended
                        && !(ended.outcome() instanceof InvitationOutcome.Answered)) {
                    ended(connection, transition, ended.leg());
                } else if (event instanceof ConferenceEvent.ParticipantLeft left) {
                    ended(connection, transition, left.leg());
                }
            }
        }
    }

    /** Then the call goes on, and ends as an invitation or a participant does. */
    private static boolean isMerged(ConsultationOutcome outcome) {
        return switch (outcome) {
            case ConsultationOutcome.Merged _, ConsultationOutcome.MergedEarly _ -> true;
            case ConsultationOutcome.Returned _,
                    ConsultationOutcome.Failed _,
                    ConsultationOutcome.HungUp _,
                    ConsultationOutcome.Abandoned _ -> false;
        };
    }

    private static Optional<ParticipantId> owner(ConferenceState state, ConferenceEvent.ConsultationDialled dialled) {
        return state instanceof ConferenceState.Live live
                ? live.consultations().find(dialled.consultation()).map(Consultation::owner)
                : Optional.empty();
    }

    private static void begun(Connection connection, Transition transition, LegId leg, Optional<ParticipantId> asker)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGUN)) {
            insert.setString(1, leg.value());
            insert.setString(2, transition.room().tenant().value());
            insert.setString(3, caller(transition.after(), asker));
            insert.setObject(4, time(transition));
            insert.executeUpdate();
        }
    }

    /** The extension that asked for it; empty when the API did. */
    private static String caller(ConferenceState state, Optional<ParticipantId> inviter) {
        return inviter.flatMap(id -> state.roster().members().stream()
                        .filter(member -> member.participant().equals(id))
                        .findFirst())
                .map(Leg::party)
                .map(Party::number)
                .orElse("");
    }

    private static void ended(Connection connection, Transition transition, LegId leg) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ENDED)) {
            update.setObject(1, time(transition));
            update.setString(2, leg.value());
            update.executeUpdate();
        }
    }

    private static OffsetDateTime time(Transition transition) {
        return OffsetDateTime.ofInstant(transition.now(), ZoneOffset.UTC);
    }
}
