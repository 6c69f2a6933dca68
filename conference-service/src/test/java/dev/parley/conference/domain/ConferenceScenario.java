package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Tells a test as a story: {@code given(commands).when(command).thenEvents(…).thenEffects(…)}.
 *
 * <p>The n-th command of a story finds the ids {@code conference-n} and {@code participant-n}.
 */
final class ConferenceScenario {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final Duration PIN_SILENCE = SomeFacts.PIN_SILENCE;
    static final RoomPolicy OPEN = SomeFacts.room(false, 3);
    static final RoomPolicy WITH_PIN = SomeFacts.room(true, 3);
    static final Party OUTSIDER = new Party("+4930123456", false, "pstn");

    static final LegId ANNA = new LegId("anna");
    static final LegId BEN = new LegId("ben");
    static final LegId CLEO = new LegId("cleo");
    static final LegId DAN = new LegId("dan");
    static final int INSTANCE = 1;
    static final Duration RING = Duration.ofSeconds(60);

    private Optional<RoomPolicy> room;
    private PinMatch pin = PinMatch.NONE;
    private Guesses guesses = Guesses.NONE;
    private Facts.TenantUse tenant = Facts.TenantUse.UNLIMITED;
    private Dialling dialling = Dialling.NOBODY;
    private ConferenceState state = ConferenceState.Idle.NEW;
    private Decision decision = new Decision.Accepted(List.of(), List.of());
    private Optional<LegId> nextLeg = Optional.empty();
    private int step;

    private ConferenceScenario(Optional<RoomPolicy> room) {
        this.room = room;
    }

    static ConferenceScenario in(RoomPolicy room) {
        return new ConferenceScenario(Optional.of(room));
    }

    static ConferenceScenario inNoRoom() {
        return new ConferenceScenario(Optional.empty());
    }

    /** What happens first; each of it must be accepted. */
    ConferenceScenario given(ConferenceCommand... commands) {
        for (ConferenceCommand command : commands) {
            when(command);
            if (decision instanceof Decision.Rejected(Rejection reason, var _)) {
                throw new IllegalStateException(command + " was rejected: " + reason);
            }
        }
        return this;
    }

    /** Somebody who is called is let in at once. */
    ConferenceScenario givenMembers(LegId... legs) {
        for (LegId leg : legs) {
            given(arrive(leg), new ConferenceCommand.Answer(leg));
        }
        return this;
    }

    /** From now on an entry is this. */
    ConferenceScenario pinIs(PinMatch match) {
        pin = match;
        return this;
    }

    /** From now on so much has been guessed. */
    ConferenceScenario guessed(Guesses record) {
        guesses = record;
        return this;
    }

    /** From now on the tenant has, and may have, so much. */
    ConferenceScenario tenantHas(Facts.TenantUse use) {
        tenant = use;
        return this;
    }

    /** From now on every number reaches this party, and may be called. */
    ConferenceScenario numbersReach(Party party) {
        return dialling(new Dialling(
                Optional.of(party), ClassOfService.EVERYTHING, Quota.UNLIMITED, Quota.UNLIMITED, Quota.UNLIMITED));
    }

    ConferenceScenario dialling(Dialling about) {
        dialling = about;
        return this;
    }

    /** Lets somebody in as a moderator. */
    ConferenceScenario givenModerator(LegId leg) {
        return givenMembers(leg).given(new Request.AssignRole(member(leg).participant(), Role.MODERATOR));
    }

    /** Calls somebody by the API, who is the leg {@code leg-n} then. */
    LegId invite(Party party) {
        numbersReach(party).given(new Request.Invite("1", Role.PARTICIPANT, CallerId.NONE, true, RING));
        return new LegId("leg-" + step);
    }

    /** Calls somebody by the API, as this leg. */
    ConferenceScenario inviteAs(LegId leg, Party party) {
        nextLeg = Optional.of(leg);
        invite(party);
        nextLeg = Optional.empty();
        return this;
    }

    /** From now on whoever is called next is this leg. */
    ConferenceScenario callsAs(LegId leg) {
        nextLeg = Optional.of(leg);
        return this;
    }

    /** Stored, and read again by another process. */
    ConferenceScenario restarted(UnaryOperator<ConferenceState> storage) {
        state = storage.apply(state);
        return this;
    }

    /** From now on the directory says this about the room. */
    ConferenceScenario roomBecomes(RoomPolicy policy) {
        room = Optional.of(policy);
        return this;
    }

    ConferenceScenario when(ConferenceCommand command) {
        step++;
        Facts facts = new Facts(
                NOW,
                room,
                SomeFacts.PRETENCE,
                pin,
                guesses,
                tenant,
                DialledNumber.of(state, command, room).map(_ -> dialling),
                ids());
        decision = Decider.decide(state, command, facts);
        if (decision instanceof Decision.Accepted accepted) {
            for (ConferenceEvent event : accepted.events()) {
                state = Evolution.evolve(state, event);
            }
        }
        return this;
    }

    private NewIds ids() {
        NewIds ids = SomeFacts.ids("" + step);
        return new NewIds(
                ids.conference(),
                ids.participant(),
                nextLeg.orElse(ids.leg()),
                ids.invitation(),
                ids.recording(),
                ids.consultation(),
                ids.otherParticipant(),
                ids.otherRecording(),
                ids.request());
    }

    ConferenceScenario whenPressed(LegId leg, String keys) {
        for (char key : keys.toCharArray()) {
            when(new ConferenceCommand.PressKey(leg, key));
        }
        return this;
    }

    ConferenceScenario thenEvents(ConferenceEvent... events) {
        assertThat(accepted().events()).containsExactly(events);
        return this;
    }

    ConferenceScenario thenEffects(Effect... effects) {
        assertThat(decision.effects()).containsExactly(effects);
        return this;
    }

    /** Among others. */
    ConferenceScenario thenEffect(Effect effect) {
        assertThat(decision.effects()).contains(effect);
        return this;
    }

    ConferenceScenario thenNoEffectOf(Class<? extends Effect> kind) {
        assertThat(decision.effects()).noneMatch(kind::isInstance);
        return this;
    }

    ConferenceScenario thenRejected(Rejection reason) {
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
        return this;
    }

    ConferenceScenario thenState(ConferenceState expected) {
        assertThat(state).isEqualTo(expected);
        return this;
    }

    ConferenceState state() {
        return state;
    }

    Decision decision() {
        return decision;
    }

    private Decision.Accepted accepted() {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return (Decision.Accepted) decision;
    }

    static ConferenceCommand.Arrive arrive(LegId leg) {
        return arrive(leg, Party.extension("801"));
    }

    static ConferenceCommand.Arrive arrive(LegId leg, Party party) {
        return new ConferenceCommand.Arrive(leg, INSTANCE, party, Optional.of("offer"));
    }

    static Dialog dialog(LegId leg) {
        return new Dialog(leg, INSTANCE, Party.extension("801"), false);
    }

    static ConferenceId conference(int step) {
        return new ConferenceId("conference-" + step);
    }

    static ParticipantId participant(int step) {
        return new ParticipantId("participant-" + step);
    }

    static HearingPlan.Hearing heard(LegId leg) {
        return new HearingPlan.Hearing(leg, true, true, false, Optional.empty());
    }

    static HearingPlan.Hearing unheard(LegId leg) {
        return new HearingPlan.Hearing(leg, false, true, false, Optional.empty());
    }

    static Effect plan(long revision, HearingPlan.Hearing... legs) {
        return new Effect.ConnectAudio(new HearingPlan(revision, Optional.empty(), List.of(legs), Optional.empty()));
    }

    static Effect say(LegId leg, String request, Prompt... prompts) {
        return new Effect.PlayPrompts(leg, request, List.of(prompts), "en");
    }

    /** What is said of which nobody waits for the end: the n-th of this step. */
    Effect told(LegId leg, int number, Prompt... prompts) {
        return say(leg, "request-" + step + "-" + number, prompts);
    }

    ConferenceScenario thenTold(LegId leg, Prompt... prompts) {
        assertThat(saidTo(leg)).contains(List.of(prompts));
        return this;
    }

    ConferenceScenario thenNothingIsSaidTo(LegId leg) {
        assertThat(saidTo(leg)).isEmpty();
        return this;
    }

    List<List<Prompt>> saidTo(LegId leg) {
        return decision.effects().stream()
                .filter(Effect.PlayPrompts.class::isInstance)
                .map(Effect.PlayPrompts.class::cast)
                .filter(play -> play.leg().equals(leg))
                .map(Effect.PlayPrompts::prompts)
                .toList();
    }

    /** Somebody who is in. */
    Leg.Member member(LegId leg) {
        return (Leg.Member) state.roster().find(leg).orElseThrow();
    }

    ParticipantId participantOf(LegId leg) {
        return member(leg).participant();
    }

    ConferenceState.Live live() {
        return (ConferenceState.Live) state;
    }

    /** The consultation of whoever is at this leg. */
    Consultation aside(LegId leg) {
        return live().consultations().of(participantOf(leg)).orElseThrow();
    }

    boolean isHere(LegId leg) {
        return state.roster().find(leg).isPresent();
    }

    /** Who hears this leg, by the newest plan. */
    Set<LegId> listenersOf(LegId leg) {
        return Audience.of(HearingPlan.of(state), leg);
    }

    /** As the newest plan has it. */
    HearingPlan.Hearing hearing(LegId leg) {
        return HearingPlan.of(state).legs().stream()
                .filter(planned -> planned.leg().equals(leg))
                .findFirst()
                .orElseThrow();
    }

    List<Class<?>> kindsOfEvents() {
        return accepted().events().stream().<Class<?>>map(Object::getClass).toList();
    }

    static Effect timer(LegId leg, Duration delay) {
        return new Effect.StartTimer(leg, NOW.plus(delay));
    }
}
