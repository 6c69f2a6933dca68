package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PHONE;
import static dev.parley.contracts.call.CallCommand.EscalationOutcome.ACCEPTED;
import static dev.parley.contracts.call.CallCommand.EscalationOutcome.TAKEN;
import static dev.parley.contracts.call.CallCommand.EscalationOutcome.UNAVAILABLE;
import static dev.parley.contracts.call.CallCommand.EscalationOutcome.WRONG_PASSWORD;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.contracts.call.CallCommand.EscalateCall;
import dev.parley.contracts.call.CallCommand.EscalationAnswered;
import dev.parley.contracts.call.CallCommand.EscalationOutcome;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallEvent.EscalationAsked;
import dev.parley.contracts.call.CallEvent.LegDigit;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.call.CallEvent.LegResumed;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaCommand.StopPrompt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R21: {@code *0} and the password turn a two-party call into a conference. */
class EscalatingTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");
    private static final RoomId FIRST = new RoomId("demo:900");
    private static final RoomId SECOND = new RoomId("demo:901");

    private static Scenario up() {
        return answered(Scenario.begin(PHONE, Messages.invite(Messages.OFFER)));
    }

    private static Scenario answered(Scenario begun) {
        return begun.sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER)
                .called(200, "b", THEIRS)
                .caller("ACK", 1, "");
    }

    private static Scenario asking(LegId presser) {
        return up().keys(presser, "*0").keys(presser, "1234#");
    }

    private static EscalationAsked asked(Scenario scenario) {
        return Scenario.effects(scenario.all(), Effect.Tell.class)
                .map(Effect.Tell::event)
                .filter(EscalationAsked.class::isInstance)
                .map(EscalationAsked.class::cast)
                .reduce((_, newest) -> newest)
                .orElseThrow();
    }

    private static Scenario answer(Scenario scenario, EscalationOutcome outcome) {
        EscalationAsked asked = asked(scenario);
        return scenario.command(new EscalationAnswered(asked.room(), asked.leg(), asked.attempt(), outcome));
    }

    private static AudioPlan plan(Scenario scenario) {
        return Scenario.effects(scenario.all(), Effect.Plan.class)
                .map(Effect.Plan::plan)
                .reduce((_, newest) -> newest)
                .orElseThrow();
    }

    private static void isAsBefore(Scenario scenario) {
        assertThat(scenario.call()).isInstanceOf(TwoPartyCall.class);
        assertThat(plan(scenario).legs())
                .containsExactly(AudioPlan.PlannedLeg.open(CALLER), AudioPlan.PlannedLeg.open(CALLED));
    }

    private static LegInput fromCalled(Scenario scenario, String method) {
        return new LegInput.Requested(Messages.fromCalled(scenario.sentInvite(), "b", method, 1, ""));
    }

    @ParameterizedTest(name = "R21 {0} presses *0, is asked for the password, and the other waits out of hearing")
    @ValueSource(strings = {"leg-caller", "leg-called"})
    void whoPressesIsAsked(String presser) {
        LegId leg = new LegId(presser);
        LegId other = leg.equals(CALLER) ? CALLED : CALLER;
        Scenario scenario = up().keys(leg, "*0");

        assertThat(scenario.asked())
                .filteredOn(PlayPrompt.class::isInstance)
                .extracting(
                        play -> play.leg() + " " + ((PlayPrompt) play).prompts().getFirst())
                .containsExactly(leg + " enter-password", other + " being-transferred-to-conference");
        assertThat(plan(scenario).legs())
                .extracting(AudioPlan.PlannedLeg::group)
                .doesNotHaveDuplicates();
        assertThat(plan(scenario).legs().stream().filter(it -> it.leg().equals(other)))
                .allMatch(it -> it.ambience().equals(Optional.of(Ambience.MUSIC)));
    }

    @Test
    @DisplayName("R21 the first room is asked, by its number, with the password")
    void theFirstRoomIsAsked() {
        EscalationAsked asked = asked(asking(CALLED));

        assertThat(asked.room()).isEqualTo(FIRST);
        assertThat(asked.call()).isEqualTo(OWN);
        assertThat(asked.password()).contains("1234");
        assertThat(asked.presser().leg()).isEqualTo(CALLED);
        assertThat(asked.presser().caller().number()).isEqualTo("802");
        assertThat(asked.presser().caller().name()).contains("Ben");
        assertThat(asked.other().caller().number()).isEqualTo("801");
        assertThat(asked.toString()).doesNotContain("1234");
    }

    @Test
    @DisplayName("R21 an outside party is one")
    void anOutsidePartyIsOne() {
        Scenario scenario = answered(Scenario.dial("+4930123")).keys(CALLED, "*01234#");

        assertThat(asked(scenario).presser().caller().origin()).isEqualTo(Origin.TRUNK);
        assertThat(asked(scenario).presser().caller().number()).isEqualTo("+4930123");
        assertThat(asked(scenario).presser().caller().trunk()).contains("pstn");
    }

    @Test
    void threeSecondsOfSilenceEndThePassword() {
        Scenario scenario = up().keys(CALLER, "*0").keys(CALLER, "12");
        assertThat(scenario.told()).isEmpty();
        scenario.impatient();

        assertThat(asked(scenario).password()).contains("12");
    }

    @Test
    void theFirstDigitEndsThePromptAndAStarBeginsAnew() {
        Scenario scenario = up().keys(CALLER, "*0").key("9");
        assertThat(scenario.asked()).containsExactly(new StopPrompt(OWN, CALLER));
        scenario.keys(CALLER, "*12#");

        assertThat(asked(scenario).password()).contains("12");
    }

    @Test
    void keysOfTheOtherAreNoPartOfThePassword() {
        Scenario scenario = up().keys(CALLER, "*01").key(CALLED, "7");
        assertThat(scenario.asked()).isEmpty();

        assertThat(asked(scenario.keys(CALLER, "2#")).password()).contains("12");
    }

    @Test
    @DisplayName("R21 accepted: both are legs of the conference, and the call's own room is handed over")
    void acceptedBothAreInTheConference() {
        Scenario scenario = answer(asking(CALLER), ACCEPTED);

        assertThat(scenario.call()).isInstanceOf(EscalatedCall.class);
        assertThat(scenario.call().legs()).allMatch(leg -> leg.line().room().equals(FIRST));
        assertThat(plan(scenario).room()).isEqualTo(OWN);
        assertThat(plan(scenario).movedTo()).contains(FIRST);
        assertThat(scenario.asked()).isEmpty();
        assertThat(scenario.sent()).isEmpty();
    }

    @Test
    @DisplayName("R21 each leaves the conference for itself; the old room's plan goes with the last")
    void eachLeavesForItself() {
        Scenario scenario = answer(asking(CALLER), ACCEPTED).caller("BYE", 2, "");
        assertThat(scenario.told()).containsExactly(new LegEnded(FIRST, CALLER, LegEnd.HUNG_UP));
        assertThat(scenario.sent()).isEmpty();
        assertThat(scenario.last()).doesNotContain(new Effect.Forget(OWN));
        scenario.command(new HangUpLeg(FIRST, CALLED));

        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(scenario.told()).containsExactly(new LegEnded(FIRST, CALLED, LegEnd.ENDED_BY_US));
        assertThat(scenario.last()).contains(new Effect.Forget(OWN));
        scenario.isOver();
    }

    @Test
    @DisplayName("R21 hold and keys by INFO are the conference's business")
    void holdAndKeysAreTheConferences() {
        Scenario scenario = answer(asking(CALLER), ACCEPTED)
                .caller("INVITE", 2, Messages.sdp("sendonly"))
                .sdp(FIRST, CALLER, 1, ANSWER);
        assertThat(scenario.told()).containsExactly(new LegHeld(FIRST, CALLER));
        scenario.leg(
                CALLED,
                new LegInput.Requested(new dev.parley.callcontrol.sip.SipRequest(
                        "info",
                        "INFO",
                        "sip:parley@192.0.2.8",
                        Messages.fromCalled(scenario.sentInvite(), "b", "INFO", 5, "")
                                .headers()
                                .with("Content-Type", "application/dtmf"),
                        "5")));

        assertThat(scenario.told()).containsExactly(new LegDigit(FIRST, CALLED, "5"));
    }

    @Test
    void whatWasBeingNegotiatedIsAnsweredAllTheSame() {
        Scenario scenario = answer(asking(CALLER).caller("INVITE", 2, Messages.sdp("sendonly")), ACCEPTED)
                .sdp(OWN, CALLER, 1, ANSWER);

        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.told()).containsExactly(new LegHeld(FIRST, CALLER));
    }

    @Test
    void whoWasOnHoldAndIsBackIsToldOf() {
        Scenario held = up().caller("INVITE", 2, Messages.sdp("sendonly")).sdp(OWN, CALLER, 1, ANSWER);
        held.caller("ACK", 2, "").keys(CALLED, "*01#");
        assertThat(asked(held).other().held()).isTrue();
        held.caller("INVITE", 3, Messages.OFFER).sdp(OWN, CALLER, 2, ANSWER);

        assertThat(answer(held, ACCEPTED).told()).containsExactly(new LegResumed(FIRST, CALLER));
    }

    @Test
    @DisplayName("R21 a wrong password: said to who pressed, and the call goes on")
    void wrongPassword() {
        Scenario scenario = answer(asking(CALLER), WRONG_PASSWORD);

        assertThat(scenario.prompts()).containsExactly("wrong-password");
        assertThat(scenario.asked())
                .contains(new StopPrompt(OWN, CALLED))
                .filteredOn(PlayPrompt.class::isInstance)
                .allMatch(play -> play.leg().equals(CALLER));
        isAsBefore(scenario);
        assertThat(asked(scenario.keys(CALLER, "*04321#")).password()).contains("4321");
    }

    @Test
    @DisplayName("R21 silence: the call goes on")
    void silence() {
        Scenario scenario = up().keys(CALLER, "*0").impatient();

        assertThat(scenario.prompts()).containsExactly("wrong-password");
        assertThat(scenario.told()).isEmpty();
        isAsBefore(scenario);
    }

    @Test
    @DisplayName("R21 a room that is taken is passed over; when none is left, that is said")
    void takenRooms() {
        Scenario scenario = asking(CALLER);
        String first = asked(scenario).attempt();
        answer(scenario, TAKEN);
        assertThat(asked(scenario).room()).isEqualTo(SECOND);
        assertThat(asked(scenario).attempt()).isNotEqualTo(first);
        assertThat(asked(scenario).password()).contains("1234");
        answer(scenario, TAKEN);

        assertThat(scenario.prompts()).containsExactly("no-free-conference");
        isAsBefore(scenario);
    }

    @Test
    void noRoomThatMayBeUsedIsSaid() {
        Scenario scenario = answer(asking(CALLER), UNAVAILABLE);

        assertThat(scenario.prompts()).containsExactly("no-free-conference");
        isAsBefore(scenario);
    }

    @Test
    void roomThatDoesNotAnswerIsATechnicalProblem() {
        Scenario scenario = asking(CALLER).impatient();

        assertThat(scenario.prompts()).containsExactly("technical-problem");
        isAsBefore(scenario);
    }

    @Test
    void acceptanceThatComesLateCountsAllTheSame() {
        Scenario scenario = answer(asking(CALLER).impatient(), ACCEPTED);

        assertThat(scenario.call()).isInstanceOf(EscalatedCall.class);
    }

    @Test
    void repeatedAcceptanceChangesNothing() {
        Scenario scenario = answer(answer(asking(CALLER), ACCEPTED), ACCEPTED);

        assertThat(scenario.last()).isEmpty();
    }

    @Test
    @DisplayName("R21 the other hangs up during the password: the call is over")
    void otherHangsUpDuringThePassword() {
        Scenario scenario = up().keys(CALLER, "*01");
        scenario.leg(CALLED, fromCalled(scenario, "BYE"));

        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.sent()).containsExactly("BYE");
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLER), new CloseLeg(OWN, CALLED));
        assertThat(scenario.told()).isEmpty();
        scenario.isOver();
    }

    @Test
    @DisplayName("R21 the presser hangs up during the password: the call is over")
    void presserHangsUpDuringThePassword() {
        Scenario scenario = up().keys(CALLER, "*01").caller("BYE", 2, "");

        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.sent()).containsExactly("BYE");
        scenario.isOver();
    }

    @Test
    void roomThatWasAskedHearsThatBothAreGone() {
        Scenario scenario = asking(CALLER).caller("BYE", 2, "");

        assertThat(scenario.told())
                .containsExactly(
                        new LegEnded(FIRST, CALLER, LegEnd.HUNG_UP), new LegEnded(FIRST, CALLED, LegEnd.HUNG_UP));
    }

    @Test
    @DisplayName("R23 the API does it without a password, and apart from nobody")
    void byTheApi() {
        Scenario scenario = up().command(new EscalateCall(OWN, CALLED, Optional.empty()));
        assertThat(asked(scenario).password()).isEmpty();
        assertThat(asked(scenario).presser().leg()).isEqualTo(CALLED);
        assertThat(scenario.asked()).isEmpty();

        assertThat(answer(scenario, ACCEPTED).call()).isInstanceOf(EscalatedCall.class);
    }

    @Test
    @DisplayName("R23 the API names a room")
    void byTheApiIntoANamedRoom() {
        Scenario scenario = up().command(new EscalateCall(OWN, CALLER, Optional.of(SECOND)));
        assertThat(asked(scenario).room()).isEqualTo(SECOND);
        answer(scenario, TAKEN);

        assertThat(scenario.prompts()).isEmpty();
        isAsBefore(scenario);
    }

    @Test
    void callThatRingsCannotBecomeAConference() {
        Scenario scenario = Scenario.begin(PHONE, Messages.invite(Messages.OFFER))
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER)
                .command(new EscalateCall(OWN, CALLER, Optional.empty()));

        assertThat(scenario.last()).isEmpty();
    }

    @Test
    void conferenceThatWasACallIsRememberedAndGoesOn() {
        Scenario scenario = answer(asking(CALLER), ACCEPTED);
        Resumption.Resumed whole = Resumption.resume(Remembered.of(scenario.call(), 0), Instant.EPOCH);
        assertThat(whole.call()).contains(scenario.call());
        scenario.caller("BYE", 2, "");
        Resumption.Resumed half = Resumption.resume(Remembered.of(scenario.call(), 0), Instant.EPOCH);
        assertThat(half.call()).contains(scenario.call());
        assertThat(half.effects()).noneMatch(Effect.Tell.class::isInstance);
        scenario.command(new HangUpLeg(FIRST, CALLED));

        assertThat(Resumption.resume(Remembered.of(scenario.call(), 0), Instant.EPOCH))
                .isEqualTo(new Resumption.Resumed(Optional.empty(), List.of(new Effect.Forget(OWN))));
    }

    @Test
    void whoWasKeyingAPasswordIsBackInTheCallAfterARestart() {
        Scenario scenario = up().keys(CALLER, "*01");
        Resumption.Resumed resumed = Resumption.resume(Remembered.of(scenario.call(), 0), Instant.EPOCH);

        assertThat(resumed.effects())
                .anySatisfy(effect -> assertThat(effect).isInstanceOfSatisfying(Effect.Plan.class, plan -> {
                    assertThat(plan.plan().revision())
                            .isGreaterThan(plan(scenario).revision());
                    assertThat(plan.plan().legs())
                            .containsExactly(AudioPlan.PlannedLeg.open(CALLER), AudioPlan.PlannedLeg.open(CALLED));
                }));
    }
}
