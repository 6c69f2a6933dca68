package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.NOW;
import static dev.parley.conference.domain.ConferenceScenario.OUTSIDER;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.inNoRoom;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Escalate;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceEvent.CallTakenOver;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEscalated;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.LegExpected;
import dev.parley.conference.domain.ConferenceEvent.ParticipantHeld;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.Effect.AnswerEscalation;
import dev.parley.conference.domain.Effect.ConnectAudio;
import dev.parley.conference.domain.Effect.CountGuess;
import dev.parley.conference.domain.Effect.OpenLeg;
import dev.parley.conference.domain.Effect.PlaceCall;
import dev.parley.contracts.id.RoomId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A two-party call of Anna and Ben becomes a conference; Anna has pressed {@code *0}. */
class EscalatingTest {
    private static final RoomId CALL = new RoomId("demo:call-1");
    private static final RoomPolicy ROOM = new RoomPolicy(
            true,
            4,
            "en",
            3,
            SomeFacts.PIN_SILENCE,
            new Manners(
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Manners.EndsWith.LAST,
                    false,
                    KeyMap.DEFAULT.withConsultations(),
                    Optional.empty(),
                    true));

    private static Escalate wish(Party presser, Party other, Optional<String> password) {
        return new Escalate(
                CALL,
                "1",
                new Dialog(ANNA, INSTANCE, presser, false),
                new Dialog(BEN, INSTANCE, other, true),
                password);
    }

    private static Escalate wish() {
        return wish(Party.extension("801"), OUTSIDER, Optional.of("9999"));
    }

    private static Effect answered(EscalationOutcome outcome) {
        return new AnswerEscalation(ANNA, INSTANCE, "1", outcome);
    }

    private static ConferenceScenario escalated() {
        return in(ROOM).pinIs(PinMatch.MODERATOR_PIN).given(wish());
    }

    @Test
    @DisplayName("R21 the right password: both are in, no new call, whoever pressed is its administrator")
    void bothAreIn() {
        var scenario = escalated();

        assertThat(scenario.kindsOfEvents())
                .containsExactly(
                        CallTakenOver.class,
                        LegExpected.class,
                        LegExpected.class,
                        ConferenceStarted.class,
                        ConferenceEscalated.class,
                        ParticipantJoined.class,
                        ParticipantJoined.class,
                        ParticipantHeld.class);
        scenario.thenEffect(answered(EscalationOutcome.ACCEPTED))
                .thenNoEffectOf(OpenLeg.class)
                .thenNoEffectOf(PlaceCall.class)
                .thenTold(ANNA, Prompt.WELCOME)
                .thenTold(BEN, Prompt.WELCOME);
        assertThat(scenario.member(ANNA).isModerator()).isTrue();
        assertThat(scenario.member(BEN).isModerator()).isFalse();
        assertThat(scenario.member(BEN).held()).isTrue();
    }

    @Test
    @DisplayName("R21 whoever of the two presses: an outside party, too, becomes the administrator")
    void anOutsidePartyPresses() {
        var scenario = in(ROOM).pinIs(PinMatch.MODERATOR_PIN)
                .given(wish(OUTSIDER, Party.extension("801"), Optional.of("9999")));

        assertThat(scenario.member(ANNA).isModerator()).isTrue();
    }

    @Test
    @DisplayName("R21 the audio stays where it is: all later plans and calls name the call's media")
    void mediaStays() {
        var scenario = escalated();
        scenario.thenEffect(new ConnectAudio(HearingPlan.of(scenario.state())));
        assertThat(HearingPlan.of(scenario.state()).call()).contains(CALL);

        scenario.given(arrive(CLEO))
                .thenEffect(new OpenLeg(CLEO, INSTANCE, Optional.of("offer"), Optional.of(CALL)))
                .numbersReach(Party.extension("803"))
                .when(new Request.Consult(scenario.participantOf(ANNA), Optional.of("803"), KeyRules.RING));
        assertThat(scenario.decision().effects())
                .filteredOn(PlaceCall.class::isInstance)
                .map(PlaceCall.class::cast)
                .singleElement()
                .satisfies(place -> assertThat(place.call()).contains(CALL));
    }

    @Test
    @DisplayName("R21 when everybody has gone, the room has its own media again")
    void mediaIsItsOwnAgain() {
        var scenario = escalated().given(new Leave(ANNA, LeaveReason.HUNG_UP), new Leave(BEN, LeaveReason.HUNG_UP));

        assertThat(HearingPlan.of(scenario.state()).call()).isEmpty();
        scenario.thenEffect(new ConnectAudio(HearingPlan.of(scenario.state())))
                .given(arrive(CLEO))
                .thenEffect(new OpenLeg(CLEO, INSTANCE, Optional.of("offer")));
    }

    @Test
    @DisplayName("R21 others dial that room's number to join, and are asked for its PIN")
    void othersJoin() {
        var scenario = escalated()
                .given(arrive(CLEO), new Answer(CLEO))
                .pinIs(PinMatch.PIN)
                .whenPressed(CLEO, "1111#");

        assertThat(scenario.state().roster().find(CLEO).orElseThrow()).isInstanceOf(Leg.Naming.class);
    }

    @Test
    @DisplayName("R21 a wrong password, or the guests': the call goes on untouched, and it counts as a guess")
    void wrongPassword() {
        for (PinMatch match : new PinMatch[] {PinMatch.NONE, PinMatch.PIN}) {
            in(ROOM).pinIs(match)
                    .when(wish())
                    .thenRejected(Rejection.WRONG_PASSWORD)
                    .thenEffects(answered(EscalationOutcome.WRONG_PASSWORD), new CountGuess(Party.extension("801")))
                    .thenState(ConferenceState.Idle.NEW);
        }
    }

    @Test
    @DisplayName("R21 no password at all is wrong, but no guess")
    void silence() {
        in(ROOM).when(wish(Party.extension("801"), OUTSIDER, Optional.of("")))
                .thenRejected(Rejection.WRONG_PASSWORD)
                .thenEffects(answered(EscalationOutcome.WRONG_PASSWORD));
    }

    @Test
    @DisplayName("R3 R21 after too many guesses no password is right")
    void shutOut() {
        in(ROOM).pinIs(PinMatch.MODERATOR_PIN)
                .guessed(new Guesses(Map.of(GuessScope.CALLER, new GuessRecord(GuessScope.CALLER.most(), NOW))))
                .when(wish())
                .thenRejected(Rejection.SHUT_OUT)
                .thenEffects(answered(EscalationOutcome.WRONG_PASSWORD));
    }

    @Test
    @DisplayName("R21 a room in which somebody is, is taken")
    void taken() {
        in(ROOM).pinIs(PinMatch.MODERATOR_PIN)
                .given(arrive(CLEO))
                .when(wish())
                .thenRejected(Rejection.ROOM_TAKEN)
                .thenEffects(answered(EscalationOutcome.TAKEN));
    }

    @Test
    @DisplayName("R21 the same question again has the same answer")
    void askedTwice() {
        escalated().when(wish()).thenRejected(Rejection.ALREADY_HERE).thenEffects(answered(EscalationOutcome.ACCEPTED));
    }

    @Test
    @DisplayName("R21 R29 a room that is none, or no room in it, or the tenant has enough")
    void unavailable() {
        inNoRoom().when(wish()).thenEffects(answered(EscalationOutcome.UNAVAILABLE));
        in(ConferenceScenario.WITH_PIN).when(wish()).thenEffects(answered(EscalationOutcome.UNAVAILABLE));
        Quota oneLeft = new Quota(9, OptionalInt.of(10));
        in(ROOM).pinIs(PinMatch.MODERATOR_PIN)
                .tenantHas(new Facts.TenantUse(Quota.UNLIMITED, oneLeft, 0))
                .when(wish())
                .thenEffects(answered(EscalationOutcome.UNAVAILABLE));
    }

    @Test
    @DisplayName("R21 R23 by the API: the rights were checked there, no password is asked")
    void byTheApi() {
        var scenario = in(ROOM).given(wish(Party.extension("801"), OUTSIDER, Optional.empty()));

        assertThat(scenario.live().conference()).isNotNull();
        scenario.thenEffect(answered(EscalationOutcome.ACCEPTED));
    }
}
