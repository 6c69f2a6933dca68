package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.RING;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static dev.parley.conference.domain.ConferenceScenario.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceStarted;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.RoomEntered;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.PlaceCall;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InvitingTest {
    private static final Party OUTSIDE = Party.outside("+4915112345");
    private static final Party COLLEAGUE = Party.extension("802");
    private static final Duration RING_AND_GRACE = RING.plusSeconds(10);

    @Test
    @DisplayName("R2 an extension brings in an outside number: *8NUMBER#")
    void anExtensionInvites() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);

        scenario.thenEffect(new PlaceCall(called, INSTANCE, OUTSIDE.number(), CallerId.of("801"), RING))
                .thenEffect(timer(called, RING_AND_GRACE))
                .thenTold(ANNA, Prompt.TRYING)
                .thenNothingIsSaidTo(BEN);
        assertThat(scenario.hearing(ANNA).heard()).as("R12 the inviter stays").isTrue();
    }

    @Test
    @DisplayName("R2 3 s of silence end the number, too")
    void silenceEndsTheNumber() {
        var scenario = in(OPEN).givenMembers(ANNA)
                .numbersReach(OUTSIDE)
                .whenPressed(ANNA, "*8123")
                .when(new TimerElapsed(ANNA));

        assertThat(scenario.kindsOfEvents()).contains(InvitationRequested.class);
    }

    @Test
    @DisplayName("R12 a second *8 while dialling places no call and hears the same prompt")
    void oneAtATime() {
        dialled(OUTSIDE)
                .whenPressed(ANNA, "*8456#")
                .thenTold(ANNA, Prompt.TRYING)
                .thenNoEffectOf(PlaceCall.class);
    }

    @Test
    @DisplayName("R14 early media is in the plan, before anybody is a participant")
    void earlyMediaIsHeard() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);
        scenario.given(new Ring(called))
                .thenNoEffectOf(Effect.ConnectAudio.class)
                .given(new Progress(called));

        assertThat(scenario.hearing(called).heard()).isTrue();
        assertThat(scenario.hearing(called).hears()).isTrue();
        assertThat(scenario.state().roster().members()).hasSize(2);
    }

    @Test
    @DisplayName("R26 early media is under *92, too")
    void earlyMediaIsMutedWithAll() {
        var scenario = dialled(OUTSIDE).given(new Request.MuteAll());
        LegId called = called(scenario);

        assertThat(scenario.given(new Progress(called)).hearing(called).heard()).isFalse();
    }

    @Test
    @DisplayName("R14 R27 who answers joins, and that is the one outcome")
    void whoAnswersJoins() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);
        scenario.given(new Progress(called)).when(new Answer(called));

        assertThat(scenario.kindsOfEvents()).containsExactly(ParticipantJoined.class, InvitationEnded.class);
        assertThat(scenario.member(called).invitation()).isPresent();
        scenario.when(new TimerElapsed(called)).thenRejected(Rejection.NOTHING_CHANGES);
    }

    @Test
    @DisplayName("R27 a call that fails is told to the inviter, with its reason")
    void whatFailsIsTold() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);

        scenario.when(new FailCall(called, CallFailure.BUSY, OptionalInt.of(486)))
                .thenTold(ANNA, Prompt.BUSY)
                .thenNothingIsSaidTo(BEN)
                .thenEffect(new CloseLeg(called));
        assertThat(outcome(scenario)).isEqualTo(new InvitationOutcome.Failed(CallFailure.BUSY, OptionalInt.of(486)));
    }

    @Test
    @DisplayName("R27 a call of which nothing is heard any more ends all the same")
    void aCallWithoutNewsEnds() {
        var scenario = dialled(OUTSIDE);
        LegId called = called(scenario);

        scenario.when(new TimerElapsed(called)).thenEffect(new HangUpLeg(called, INSTANCE));
        assertThat(outcome(scenario))
                .isEqualTo(new InvitationOutcome.Failed(CallFailure.NO_ANSWER, OptionalInt.empty()));
    }

    @Test
    @DisplayName("R23 the API calls somebody into an empty room: the conference begins, and ends if nobody comes")
    void theApiBeginsAConference() {
        var scenario = in(OPEN).tenantHas(new Facts.TenantUse(Quota.UNLIMITED, Quota.UNLIMITED, 3));
        LegId called = scenario.invite(OUTSIDE);

        assertThat(scenario.kindsOfEvents())
                .containsExactly(RoomEntered.class, ConferenceStarted.class, InvitationRequested.class);
        scenario.thenEffect(new PlaceCall(called, 3, OUTSIDE.number(), CallerId.NONE, RING))
                .when(new FailCall(called, CallFailure.DECLINED, OptionalInt.of(603)));
        assertThat(scenario.kindsOfEvents()).containsExactly(InvitationEnded.class, ConferenceEnded.class);
        scenario.thenState(new ConferenceState.Idle(0));
    }

    @Test
    @DisplayName("R27 with the last participant the calls end that are being placed")
    void theLastOneTakesTheCallsAlong() {
        var scenario = in(OPEN).givenMembers(ANNA).numbersReach(OUTSIDE).whenPressed(ANNA, "*81#");
        LegId called = called(scenario);

        scenario.when(new Leave(ANNA, LeaveReason.HUNG_UP)).thenEffect(new HangUpLeg(called, INSTANCE));
        assertThat(scenario.state()).isInstanceOf(ConferenceState.Idle.class);
    }

    @Test
    @DisplayName("R23 the API takes an invitation back, once")
    void theApiCancels() {
        var scenario = dialled(OUTSIDE);
        InvitationId id =
                scenario.state().roster().invited().getFirst().invitation().id();

        scenario.given(new Request.CancelInvitation(id));
        assertThat(outcome(scenario)).isEqualTo(new InvitationOutcome.Cancelled());
        scenario.when(new Request.CancelInvitation(id)).thenRejected(Rejection.NO_SUCH_INVITATION);
    }

    @Test
    @DisplayName("R7 invited outside numbers are recorded where the room says so, and are told")
    void invitedOutsideNumbersAreRecorded() {
        RoomPolicy recording = new RoomPolicy(
                false,
                3,
                "en",
                3,
                SomeFacts.PIN_SILENCE,
                new Manners(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        true,
                        Manners.EndsWith.LAST,
                        false,
                        KeyMap.DEFAULT,
                        Optional.empty()));
        var scenario = in(recording).givenMembers(ANNA);
        LegId outside = scenario.invite(OUTSIDE);
        scenario.given(new Answer(outside)).thenTold(outside, Prompt.WELCOME, Prompt.RECORDING_STARTED);
        LegId inside = scenario.invite(COLLEAGUE);
        scenario.given(new Answer(inside)).thenTold(inside, Prompt.WELCOME);

        assertThat(scenario.hearing(outside).recording()).isPresent();
        assertThat(scenario.hearing(inside).recording()).isEmpty();
    }

    /** Anna and Ben are in, and Anna dials. */
    private static ConferenceScenario dialled(Party party) {
        return in(OPEN).givenMembers(ANNA, BEN).numbersReach(party).whenPressed(ANNA, "*8123#");
    }

    private static LegId called(ConferenceScenario scenario) {
        return scenario.state().roster().invited().getFirst().id();
    }

    private static InvitationOutcome outcome(ConferenceScenario scenario) {
        return ((Decision.Accepted) scenario.decision())
                .events().stream()
                        .filter(InvitationEnded.class::isInstance)
                        .map(event -> ((InvitationEnded) event).outcome())
                        .findFirst()
                        .orElseThrow();
    }
}
