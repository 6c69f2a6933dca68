package dev.parley.conference.application;

import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.Escalate;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.Dialling;
import dev.parley.conference.domain.Facts;
import dev.parley.conference.domain.Guesses;
import dev.parley.conference.domain.Leg;
import dev.parley.conference.domain.NewIds;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.Quota;
import dev.parley.conference.domain.Request;
import dev.parley.conference.domain.RoomPolicy;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Finds out what a decision needs to know, and no more: what is not asked for, and not limited, is not counted. */
public final class FactFinder {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RoomPolicies policies;
    private final NumberPlan numbers;
    private final Tallies tallies;
    private final InstantSource clock;
    private final Supplier<UUID> identities;

    public FactFinder(
            RoomPolicies policies,
            NumberPlan numbers,
            Tallies tallies,
            InstantSource clock,
            Supplier<UUID> identities) {
        this.policies = policies;
        this.numbers = numbers;
        this.tallies = tallies;
        this.clock = clock;
        this.identities = identities;
    }

    Facts find(RoomId room, ConferenceState state, ConferenceCommand command) {
        Instant now = clock.instant();
        Optional<RoomPolicy> policy = policies.find(room);
        Optional<DialledNumber> dialled = DialledNumber.of(state, command, policy);
        boolean admits = command instanceof Arrive
                || command instanceof Escalate
                || command instanceof Request.Invite
                || dialled.isPresent();
        return new Facts(
                now,
                policy,
                policies.pretence(room),
                pin(room, state, command),
                guesser(state, command)
                        .filter(_ -> policy.isEmpty() || policy.get().pinRequired())
                        .map(caller -> tallies.guesses(room, caller))
                        .orElse(Guesses.NONE),
                admits ? use(room.tenant()) : Facts.TenantUse.UNLIMITED,
                dialled.map(number -> dialling(room.tenant(), number, now)),
                ids());
    }

    private PinMatch pin(RoomId room, ConferenceState state, ConferenceCommand command) {
        Optional<String> entry = command instanceof Escalate escalate
                ? escalate.password()
                : entering(state, command).map(leg -> leg.entry().digits());
        return entry.map(digits -> policies.match(room, digits)).orElse(PinMatch.NONE);
    }

    private static Optional<Party> guesser(ConferenceState state, ConferenceCommand command) {
        return switch (command) {
            case Arrive arrive -> Optional.of(arrive.party());
            case Escalate escalate -> Optional.of(escalate.presser().party());
            case ConferenceCommand.OfLeg _, Request _ ->
                entering(state, command).map(Leg::party);
        };
    }

    /** Whose entry this command ends. */
    private static Optional<Leg.EnteringPin> entering(ConferenceState state, ConferenceCommand command) {
        return command instanceof PressKey(LegId id, char key) && key == '#'
                ? state.roster()
                        .find(id)
                        .filter(Leg.EnteringPin.class::isInstance)
                        .map(Leg.EnteringPin.class::cast)
                : Optional.empty();
    }

    private Facts.TenantUse use(TenantId tenant) {
        NumberPlan.Limits limits = numbers.limits(tenant);
        return new Facts.TenantUse(
                quota(limits.conferences(), () -> tallies.conferences(tenant)),
                quota(limits.participants(), () -> tallies.participants(tenant)),
                0);
    }

    private Dialling dialling(TenantId tenant, DialledNumber dialled, Instant now) {
        NumberPlan.Finding found = numbers.find(tenant, dialled);
        String extension = dialled.by().map(Party::number).orElse("");
        return new Dialling(
                found.to(),
                found.service(),
                quota(numbers.limits(tenant).outsideCalls(), () -> tallies.outsideCalls(tenant)),
                quota(found.ownCalls(), () -> tallies.outsideCallsOf(tenant, extension)),
                quota(found.callsPerMinute(), () -> tallies.outsideCallsSince(tenant, extension, now.minus(MINUTE))),
                found.supervised());
    }

    private static Quota quota(OptionalInt limit, IntSupplier used) {
        return limit.isEmpty() ? Quota.UNLIMITED : new Quota(used.getAsInt(), limit);
    }

    private NewIds ids() {
        return new NewIds(
                new ConferenceId(next()),
                new ParticipantId(next()),
                new LegId(next()),
                new InvitationId(next()),
                new RecordingId(next()),
                new ConsultationId(next()),
                new ParticipantId(next()),
                new RecordingId(next()),
                next());
    }

    private String next() {
        return identities.get().toString();
    }
}
