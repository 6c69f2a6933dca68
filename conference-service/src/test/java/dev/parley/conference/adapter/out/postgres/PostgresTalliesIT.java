package dev.parley.conference.adapter.out.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.adapter.out.kafka.Historian;
import dev.parley.conference.application.ConferencesContract;
import dev.parley.conference.application.Transition;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.CallFailure;
import dev.parley.conference.domain.ClassOfService;
import dev.parley.conference.domain.ConferenceCommand;
import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceEvent;
import dev.parley.conference.domain.ConferenceState;
import dev.parley.conference.domain.Decider;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Dialling;
import dev.parley.conference.domain.Effect;
import dev.parley.conference.domain.Evolution;
import dev.parley.conference.domain.Facts;
import dev.parley.conference.domain.GuessRecord;
import dev.parley.conference.domain.GuessScope;
import dev.parley.conference.domain.Guesses;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Party;
import dev.parley.conference.domain.PinMatch;
import dev.parley.conference.domain.Quota;
import dev.parley.conference.domain.Request;
import dev.parley.conference.domain.Role;
import dev.parley.conference.domain.SomeFacts;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.platform.LocalPostgres;
import dev.parley.testsupport.PostgresResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What is counted over all rooms, on a real PostgreSQL. */
class PostgresTalliesIT {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final LegId ANNA = new LegId("anna");
    private static final Party CALLER = new Party("+4930123456", false, "192.0.2.7");
    private static final Party OUTSIDE = Party.outside("+4915112345");
    private static LocalPostgres postgres;
    private static Database database;

    private final TenantId tenant = new TenantId("t" + UUID.randomUUID());
    private final RoomId room = RoomId.ofExtension(tenant, "910");
    private final PostgresTallies tallies = new PostgresTallies(database);
    private int step;

    @BeforeAll
    static void start() {
        postgres = PostgresResource.startPostgres();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.url());
        source.setUser("conference");
        source.setPassword("conference");
        Flyway.configure().dataSource(source).schemas("conference").load().migrate();
        database = new Database(source);
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    @DisplayName("R3 a wrong PIN counts for its room, its caller, its source and the tenant")
    void aWrongPinCountsFourTimes() {
        guess(room, NOW);
        guess(room, NOW.plusSeconds(5));

        GuessRecord two = new GuessRecord(2, NOW.plusSeconds(5));
        assertThat(tallies.guesses(room, CALLER))
                .isEqualTo(new Guesses(Map.of(
                        GuessScope.ROOM, two, GuessScope.CALLER, two, GuessScope.SOURCE, two, GuessScope.TENANT, two)));
        assertThat(tallies.guesses(RoomId.ofExtension(tenant, "911"), Party.extension("801")))
                .isEqualTo(new Guesses(Map.of(GuessScope.TENANT, two)));
        assertThat(tallies.guesses(new RoomId("other-" + tenant + ":910"), CALLER))
                .as("another tenant's")
                .isEqualTo(Guesses.NONE);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        guess(room, NOW);
        Instant later = NOW.plus(GuessRecord.FORGOTTEN_AFTER).plusSeconds(1);
        guess(room, later);

        assertThat(tallies.guesses(room, CALLER).records().get(GuessScope.ROOM)).isEqualTo(new GuessRecord(1, later));
    }

    @Test
    @DisplayName("R29 outside calls are counted from the wish to the end, and back to zero")
    void outsideCallsAreCounted() {
        take(arrive(), new Answer(ANNA));
        dial();
        assertThat(tallies.outsideCalls(tenant)).isEqualTo(1);
        assertThat(tallies.outsideCallsOf(tenant, "801")).isEqualTo(1);
        assertThat(tallies.outsideCallsOf(tenant, "802")).isZero();
        LegId first = called();
        take(new FailCall(first, CallFailure.BUSY, OptionalInt.of(486)));
        assertThat(tallies.outsideCalls(tenant)).isZero();

        dial();
        LegId second = called();
        take(new Answer(second));
        assertThat(tallies.outsideCalls(tenant)).isEqualTo(1);
        take(new Leave(second, LeaveReason.HUNG_UP));
        assertThat(tallies.outsideCalls(tenant)).isZero();
        assertThat(tallies.outsideCallsSince(tenant, "801", NOW.minus(Duration.ofMinutes(1))))
                .isEqualTo(2);
        assertThat(tallies.outsideCallsSince(tenant, "801", NOW)).isZero();
    }

    @Test
    @DisplayName("R29 calls in private count like others, until they end, also as participants")
    void privateCallsAreCounted() {
        take(arrive(), new Answer(ANNA));
        ParticipantId owner = new ParticipantId("participant-2" + tenant);
        take(new Request.AssignRole(owner, Role.MODERATOR));
        take(new Request.Consult(owner, Optional.of("1"), Duration.ofMinutes(1)));
        assertThat(tallies.outsideCallsOf(tenant, "801")).isEqualTo(1);
        take(new Request.EndConsultation(new ConsultationId("consultation-4" + tenant)));
        assertThat(tallies.outsideCalls(tenant)).isZero();

        take(new Request.Consult(owner, Optional.of("1"), Duration.ofMinutes(1)));
        LegId second = called();
        take(new Answer(second), new Request.MergeConsultation(new ConsultationId("consultation-6" + tenant)));
        assertThat(tallies.outsideCalls(tenant)).isEqualTo(1);
        take(new Leave(second, LeaveReason.HUNG_UP));
        assertThat(tallies.outsideCalls(tenant)).isZero();
    }

    @Test
    @DisplayName("R29 conferences and participants are counted, and back to zero")
    void conferencesAndParticipantsAreCounted() {
        take(arrive(), new Answer(ANNA));
        assertThat(tallies.conferences(tenant)).isEqualTo(1);
        assertThat(tallies.participants(tenant)).isEqualTo(1);

        take(new Leave(ANNA, LeaveReason.HUNG_UP));
        assertThat(tallies.conferences(tenant)).isZero();
        assertThat(tallies.participants(tenant)).isZero();
    }

    private static Arrive arrive() {
        return new Arrive(ANNA, 0, Party.extension("801"), Optional.empty());
    }

    private void dial() {
        "*81#".chars().forEach(key -> take(new PressKey(ANNA, (char) key)));
    }

    private LegId called() {
        return new LegId("leg-" + step + tenant);
    }

    private void take(ConferenceCommand... commands) {
        for (ConferenceCommand command : commands) {
            step++;
            change(room, state -> decide(state, command));
        }
    }

    private Transition decide(ConferenceState state, ConferenceCommand command) {
        Facts some = SomeFacts.of(NOW, Optional.of(SomeFacts.room(false, 3)), PinMatch.NONE, step + tenant.value());
        Facts facts = new Facts(
                some.now(),
                some.room(),
                some.pretence(),
                some.pin(),
                some.guesses(),
                some.tenant(),
                Optional.of(new Dialling(
                        Optional.of(OUTSIDE),
                        ClassOfService.EVERYTHING,
                        Quota.UNLIMITED,
                        Quota.UNLIMITED,
                        Quota.UNLIMITED)),
                some.ids());
        Decision.Accepted accepted = (Decision.Accepted) Decider.decide(state, command, facts);
        ConferenceState after = state;
        for (ConferenceEvent event : accepted.events()) {
            after = Evolution.evolve(after, event);
        }
        return new Transition(room, NOW, accepted, after);
    }

    private void guess(RoomId guessed, Instant now) {
        change(
                guessed,
                state -> new Transition(
                        guessed, now, new Decision.Accepted(List.of(), List.of(new Effect.CountGuess(CALLER))), state));
    }

    private static void change(RoomId where, Function<ConferenceState, Transition> step) {
        var conferences = new PostgresConferences(
                database,
                ConferencesContract.SEAL,
                ConferencesContract.SCRIBE::write,
                new Historian(UUID::randomUUID)::write,
                UUID.randomUUID());
        assertThat(conferences.change(where, new Trigger.Call(), step)).isNotNull();
    }
}
