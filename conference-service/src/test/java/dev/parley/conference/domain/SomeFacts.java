package dev.parley.conference.domain;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Facts for tests: the world as it is when nothing special is said about it. */
public final class SomeFacts {
    public static final Duration PIN_SILENCE = Duration.ofSeconds(10);
    public static final RoomPolicy PRETENCE = new RoomPolicy(true, 3, "en", 3, PIN_SILENCE, Manners.PLAIN);

    private SomeFacts() {}

    /** A room of this many seats, with or without a PIN. */
    public static RoomPolicy room(boolean pinRequired, int seats) {
        return new RoomPolicy(pinRequired, seats, "en", 3, PIN_SILENCE, Manners.PLAIN);
    }

    /** Where nothing is limited, nobody guesses, and nothing is dialled. */
    public static Facts of(Instant now, Optional<RoomPolicy> room, PinMatch pin, String ids) {
        return new Facts(now, room, PRETENCE, pin, Guesses.NONE, Facts.TenantUse.UNLIMITED, Optional.empty(), ids(ids));
    }

    /** The new ids {@code conference-…}, {@code participant-…} and so on. */
    public static NewIds ids(String suffix) {
        return new NewIds(
                new ConferenceId("conference-" + suffix),
                new ParticipantId("participant-" + suffix),
                new LegId("leg-" + suffix),
                new InvitationId("invitation-" + suffix),
                new RecordingId("recording-" + suffix),
                new ConsultationId("consultation-" + suffix),
                new ParticipantId("other-participant-" + suffix),
                new RecordingId("other-recording-" + suffix),
                "request-" + suffix);
    }
}
