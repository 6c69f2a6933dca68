package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.DAN;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.NOW;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceEvent.ConsultationDialled;
import dev.parley.conference.domain.ConferenceEvent.ConsultationEnded;
import dev.parley.conference.domain.ConferenceEvent.ConsultationProgressed;
import dev.parley.conference.domain.ConferenceEvent.ConsultationStarted;
import dev.parley.conference.domain.ConferenceEvent.InvitationEnded;
import dev.parley.conference.domain.ConferenceEvent.InvitationProgressed;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.ConferenceEvent.ParticipantJoined;
import dev.parley.conference.domain.ConferenceEvent.ParticipantLeft;
import dev.parley.conference.domain.ConferenceEvent.RecordingStarted;
import dev.parley.conference.domain.ConferenceEvent.RecordingStopped;
import dev.parley.conference.domain.Effect.CloseLeg;
import dev.parley.conference.domain.Effect.HangUpLeg;
import dev.parley.conference.domain.Effect.PlaceCall;
import dev.parley.conference.domain.Effect.SendKey;
import dev.parley.conference.domain.Effect.StartTimer;
import dev.parley.conference.domain.Effect.StopPrompts;
import dev.parley.contracts.id.LegId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Going aside by keys: Anna is the administrator, Ben is in the room, Cleo is called. */
class ConsultingTest {
    static final RoomPolicy ROOM = dynamic(false, false);
    private static final Party COLLEAGUE = Party.extension("803");
    private static final Party OUTSIDE = Party.outside("+4915112345");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    static RoomPolicy dynamic(boolean waits, boolean recordsInvited) {
        return new RoomPolicy(
                false,
                5,
                "en",
                3,
                SomeFacts.PIN_SILENCE,
                new Manners(
                        false,
                        Optional.of(new Prompt("joined")),
                        Optional.of("music"),
                        false,
                        recordsInvited,
                        Manners.EndsWith.LAST,
                        waits,
                        KeyMap.DEFAULT.withConsultations(),
                        Optional.empty()));
    }

    private static ConferenceScenario room() {
        return in(ROOM).givenModerator(ANNA)
                .givenMembers(BEN)
                .numbersReach(COLLEAGUE)
                .callsAs(CLEO);
    }

    private static ConferenceScenario calling() {
        return room().whenPressed(ANNA, "0803#");
    }

    private static ConferenceScenario talking() {
        return calling().given(new Ring(CLEO), new Answer(CLEO));
    }

    @Test
    @DisplayName("R16 0: a dial tone, out of everybody's hearing; the room goes on")
    void goesAside() {
        var scenario = room().givenMembers(DAN).whenPressed(ANNA, "0");

        assertThat(scenario.kindsOfEvents()).containsExactly(ConsultationStarted.class);
        scenario.thenTold(ANNA, Prompt.DIAL_TONE).thenEffect(ConferenceScenario.timer(ANNA, PATIENCE));
        assertThat(scenario.listenersOf(ANNA)).isEmpty();
        assertThat(scenario.listenersOf(BEN)).as("R22").containsExactly(DAN);
        assertThat(scenario.hearing(BEN).music()).isFalse();
    }

    @Test
    @DisplayName("R16 only an administrator goes aside")
    void onlyAnAdministrator() {
        room().whenPressed(BEN, "0").thenTold(BEN, Prompt.NOT_ALLOWED);
    }

    @Test
    @DisplayName("R16 the first digit ends the dial tone; # or 3 s of silence end the number")
    void dials() {
        var scenario = room().whenPressed(ANNA, "08");
        scenario.thenEffect(new StopPrompts(ANNA)).thenEffect(ConferenceScenario.timer(ANNA, Duration.ofSeconds(3)));

        scenario.whenPressed(ANNA, "03").thenNoEffectOf(StopPrompts.class).when(new TimerElapsed(ANNA));

        assertThat(scenario.kindsOfEvents()).contains(ConsultationDialled.class);
        scenario.thenEffect(new PlaceCall(CLEO, INSTANCE, "803", CallerId.of("801"), KeyRules.RING, Optional.empty()));
    }

    @Test
    @DisplayName("R16 a number that must not be called is told, and another may be dialled")
    void dialsAgain() {
        room().dialling(Dialling.NOBODY)
                .whenPressed(ANNA, "0999#")
                .thenTold(ANNA, Prompt.NOT_FOUND, Prompt.DIAL_TONE)
                .thenEffect(ConferenceScenario.timer(ANNA, PATIENCE))
                .numbersReach(COLLEAGUE)
                .whenPressed(ANNA, "803#")
                .thenEffect(new PlaceCall(CLEO, INSTANCE, "803", CallerId.of("801"), KeyRules.RING));
    }

    @Test
    @DisplayName("R16 R29 the limits are those of every call: class of service, seats")
    void limits() {
        ClassOfService insideOnly = new ClassOfService(false, List.of(), List.of());
        room().dialling(new Dialling(
                        Optional.of(OUTSIDE), insideOnly, Quota.UNLIMITED, Quota.UNLIMITED, Quota.UNLIMITED))
                .whenPressed(ANNA, "000491#")
                .thenTold(ANNA, Prompt.NOT_ALLOWED, Prompt.DIAL_TONE)
                .thenNoEffectOf(PlaceCall.class);
        in(SomeFacts.room(false, 2))
                .givenModerator(ANNA)
                .givenMembers(BEN)
                .numbersReach(COLLEAGUE)
                .when(new Request.Consult(ConferenceScenario.participant(2), Optional.of("1"), KeyRules.RING))
                .thenRejected(Rejection.ROOM_FULL);
    }

    @Test
    @DisplayName("R16 * starts the number over")
    void startsOver() {
        var scenario = room().whenPressed(ANNA, "0777*803#");

        assertThat(scenario.aside(ANNA).called()).contains(CLEO);
    }

    @Test
    @DisplayName("R16 whoever dials nothing is back after a while")
    void dialsNothing() {
        var scenario = room().whenPressed(ANNA, "0").when(new TimerElapsed(ANNA));

        assertThat(ended(scenario).outcome()).isEqualTo(new ConsultationOutcome.Returned());
        assertThat(ended(scenario).cause()).isEqualTo(Cause.POLICY);
        assertThat(scenario.listenersOf(ANNA)).containsExactly(BEN);
    }

    @Test
    @DisplayName("R17 ringing, and what comes before the answer, is heard by the administrator alone")
    void hearsItRinging() {
        var scenario = calling().given(new Ring(CLEO));
        assertThat(scenario.saidTo(ANNA))
                .singleElement()
                .satisfies(tones -> assertThat(tones).containsOnly(Prompt.RINGBACK));
        assertThat(scenario.saidTo(BEN)).isEmpty();

        scenario.given(new Progress(CLEO)).thenEffect(new StopPrompts(ANNA));
        assertThat(scenario.listenersOf(CLEO)).containsExactly(ANNA);
        assertThat(scenario.listenersOf(ANNA)).containsExactly(CLEO);
    }

    @Test
    @DisplayName("R17 R22 answered, the two hear each other and nobody else, nor does anybody hear them")
    void talksInPrivate() {
        var scenario = talking();

        assertThat(scenario.kindsOfEvents()).containsExactly(ConsultationProgressed.class);
        assertThat(scenario.listenersOf(CLEO)).containsExactly(ANNA);
        assertThat(scenario.listenersOf(ANNA)).containsExactly(CLEO);
        assertThat(scenario.listenersOf(BEN)).isEmpty();
        assertThat(HearingPlan.of(scenario.state()).music()).as("Ben is alone").contains("music");
    }

    @Test
    @DisplayName("R22 muted in the room is not muted in private, and muted again when back")
    void mutingIsOfTheRoom() {
        var scenario = room().whenPressed(ANNA, "*10803#").given(new Answer(CLEO));
        assertThat(scenario.listenersOf(ANNA)).containsExactly(CLEO);

        scenario.whenPressed(ANNA, "*#");

        assertThat(scenario.listenersOf(ANNA)).isEmpty();
    }

    @Test
    @DisplayName("R17 ** returns with the called party: all hear each other")
    void merges() {
        var scenario = talking().whenPressed(ANNA, "**");

        assertThat(scenario.kindsOfEvents()).contains(ParticipantJoined.class, ConsultationEnded.class);
        assertThat(ended(scenario).outcome()).isEqualTo(new ConsultationOutcome.Merged(scenario.participantOf(CLEO)));
        assertThat(scenario.listenersOf(CLEO)).containsExactlyInAnyOrder(ANNA, BEN);
        assertThat(scenario.listenersOf(ANNA)).containsExactlyInAnyOrder(CLEO, BEN);
        scenario.thenTold(BEN, new Prompt("joined")).thenNoEffectOf(HangUpLeg.class);
    }

    @Test
    @DisplayName("R17 ** before the answer: from early media on the room hears it, as of any invitation")
    void mergesEarly() {
        var scenario = calling().given(new Progress(CLEO)).whenPressed(ANNA, "**");

        assertThat(scenario.kindsOfEvents())
                .containsSubsequence(InvitationRequested.class, InvitationProgressed.class, ConsultationEnded.class);
        assertThat(scenario.listenersOf(CLEO)).containsExactlyInAnyOrder(ANNA, BEN);

        scenario.given(new Answer(CLEO));

        assertThat(scenario.kindsOfEvents()).contains(ParticipantJoined.class, InvitationEnded.class);
    }

    @Test
    @DisplayName("R17 ** while nothing can be heard of it yet is refused, and changes nothing")
    void mergesNobody() {
        var scenario = calling().whenPressed(ANNA, "**").thenTold(ANNA, Prompt.TRYING);
        assertThat(scenario.aside(ANNA).stage()).isEqualTo(ConsultationStage.DIALLING);

        room().whenPressed(ANNA, "0**").thenTold(ANNA, Prompt.NO_SUCH_KEY, Prompt.DIAL_TONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    @DisplayName("R18 *# returns alone at any moment; the called leg is ended, and has heard nothing of the room")
    void returnsAlone(int stage) {
        List<ConferenceCommand> course = List.of(new Ring(CLEO), new Progress(CLEO), new Answer(CLEO));
        var scenario = calling().given(course.subList(0, stage).toArray(ConferenceCommand[]::new));

        scenario.whenPressed(ANNA, "*#")
                .thenEffect(new HangUpLeg(CLEO, INSTANCE))
                .thenEffect(new CloseLeg(CLEO))
                .thenTold(ANNA, Prompt.CALL_DROPPED);
        assertThat(ended(scenario).outcome()).isEqualTo(new ConsultationOutcome.Returned());
        assertThat(scenario.isHere(CLEO)).isFalse();
        assertThat(scenario.listenersOf(ANNA)).containsExactly(BEN);
        scenario.when(new Answer(CLEO)).thenRejected(Rejection.NO_SUCH_LEG);
    }

    @Test
    @DisplayName("R18 *# with a dial tone returns, too")
    void returnsFromTheDialTone() {
        var scenario = room().whenPressed(ANNA, "0*#").thenNoEffectOf(HangUpLeg.class);

        assertThat(ended(scenario).called()).isEmpty();
        assertThat(scenario.listenersOf(ANNA)).containsExactly(BEN);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, busy", "DECLINED, refused", "NO_ANSWER, no-answer", "UNREACHABLE, not-registered"})
    @DisplayName("R19 whoever cannot be reached: the administrator is back automatically, and hears why")
    void isBackWhenItFails(CallFailure failure, String prompt) {
        var scenario = calling().given(new Ring(CLEO)).given(new FailCall(CLEO, failure, OptionalInt.of(486)));

        assertThat(ended(scenario).outcome()).isEqualTo(new ConsultationOutcome.Failed(failure, OptionalInt.of(486)));
        scenario.thenEffect(new StopPrompts(ANNA))
                .thenTold(ANNA, new Prompt(prompt))
                .thenNothingIsSaidTo(BEN)
                .thenNoEffectOf(HangUpLeg.class);
        assertThat(scenario.listenersOf(ANNA)).containsExactly(BEN);
    }

    @Test
    @DisplayName("R19 nobody answers until the ring time is over, and nobody says so: back all the same")
    void isBackWhenTimeIsOver() {
        calling()
                .given(new TimerElapsed(CLEO))
                .thenEffect(new HangUpLeg(CLEO, INSTANCE))
                .thenTold(ANNA, Prompt.NO_ANSWER);
    }

    @Test
    @DisplayName("R20 no automatic return on a trunk without answer supervision")
    void staysWithoutSupervision() {
        var scenario = room().dialling(new Dialling(
                        Optional.of(OUTSIDE),
                        ClassOfService.EVERYTHING,
                        Quota.UNLIMITED,
                        Quota.UNLIMITED,
                        Quota.UNLIMITED,
                        false))
                .whenPressed(ANNA, "0015112345#");

        List<StartTimer> timers = scenario.decision().effects().stream()
                .filter(StartTimer.class::isInstance)
                .map(StartTimer.class::cast)
                .toList();
        assertThat(timers).allSatisfy(timer -> assertThat(timer.due()).isAfter(NOW.plus(Duration.ofMinutes(59))));
        scenario.given(new Answer(CLEO)).when(new TimerElapsed(CLEO)).thenRejected(Rejection.NOTHING_CHANGES);
        assertThat(scenario.aside(ANNA).supervised()).isFalse();
        scenario.whenPressed(ANNA, "*#").thenEffect(new HangUpLeg(CLEO, INSTANCE));
    }

    @Test
    @DisplayName("R17 the called party hangs up: the administrator is back, and hears so")
    void calledPartyHangsUp() {
        var scenario = talking().given(new Leave(CLEO, LeaveReason.HUNG_UP));

        assertThat(ended(scenario).outcome()).isEqualTo(new ConsultationOutcome.HungUp());
        scenario.thenTold(ANNA, Prompt.CALL_DROPPED).thenEffect(new CloseLeg(CLEO));
        assertThat(scenario.listenersOf(ANNA)).containsExactly(BEN);
    }

    @Test
    @DisplayName("R18 the administrator hangs up: the called leg is ended, the room goes on")
    void administratorHangsUp() {
        var scenario = talking().given(new Leave(ANNA, LeaveReason.HUNG_UP));

        assertThat(scenario.kindsOfEvents()).containsExactly(ConsultationEnded.class, ParticipantLeft.class);
        assertThat(ended(scenario).outcome()).isEqualTo(new ConsultationOutcome.Abandoned());
        scenario.thenEffect(new HangUpLeg(CLEO, INSTANCE)).thenEffect(new CloseLeg(CLEO));
        assertThat(scenario.member(BEN)).isNotNull();
    }

    @Test
    @DisplayName("R22 the room empties meanwhile: it goes on, for who is aside is in it")
    void roomEmpties() {
        var scenario = talking().given(new Leave(BEN, LeaveReason.HUNG_UP));
        assertThat(scenario.aside(ANNA).stage()).isEqualTo(ConsultationStage.TALKING);

        scenario.whenPressed(ANNA, "*#").thenTold(ANNA, Prompt.CALL_DROPPED, Prompt.ONLY_ONE);
    }

    @Test
    @DisplayName("R22 the conference is ended for all meanwhile: the called leg goes, too")
    void roomEnds() {
        talking()
                .given(new Request.End())
                .thenEffect(new HangUpLeg(CLEO, INSTANCE))
                .thenTold(ANNA, Prompt.CONFERENCE_ENDED, Prompt.GOODBYE)
                .thenNothingIsSaidTo(CLEO);
    }

    @Test
    @DisplayName("R16 every other key goes through to the called party, a * once it is clear what follows")
    void keysGoThrough() {
        var scenario = talking();
        scenario.whenPressed(ANNA, "1").thenEffects(new SendKey(CLEO, '1'));
        scenario.whenPressed(ANNA, "*").thenNoEffectOf(SendKey.class);
        scenario.whenPressed(ANNA, "5").thenEffect(new SendKey(CLEO, '*')).thenEffect(new SendKey(CLEO, '5'));
        scenario.whenPressed(ANNA, "*").when(new TimerElapsed(ANNA)).thenEffect(new SendKey(CLEO, '*'));
        scenario.whenPressed(ANNA, "#").thenEffects(new SendKey(CLEO, '#'));
        scenario.whenPressed(ANNA, "0").thenEffects(new SendKey(CLEO, '0'));
        scenario.whenPressed(CLEO, "1").thenRejected(Rejection.KEY_WITHOUT_MEANING);
    }

    @Test
    @DisplayName("R16 more than one administrator may be aside, each with somebody")
    void twoAside() {
        LegId eve = new LegId("eve");
        var scenario = in(ROOM).givenModerator(ANNA)
                .givenModerator(BEN)
                .numbersReach(COLLEAGUE)
                .callsAs(CLEO)
                .whenPressed(ANNA, "0803#")
                .callsAs(eve)
                .whenPressed(BEN, "0804#")
                .given(new Answer(CLEO), new Answer(eve));
        assertThat(scenario.listenersOf(CLEO)).containsExactly(ANNA);
        assertThat(scenario.listenersOf(eve)).containsExactly(BEN);

        scenario.whenPressed(BEN, "**");

        assertThat(scenario.listenersOf(eve)).containsExactly(BEN);
        assertThat(scenario.listenersOf(CLEO)).containsExactly(ANNA);
        scenario.whenPressed(ANNA, "**");
        assertThat(scenario.listenersOf(CLEO)).containsExactlyInAnyOrder(ANNA, BEN, eve);
    }

    @Test
    @DisplayName("R17 one consultation after the other")
    void severalInTurn() {
        LegId eve = new LegId("eve");
        var scenario = talking().whenPressed(ANNA, "**").callsAs(eve).whenPressed(ANNA, "0804#");

        scenario.given(new Answer(eve)).whenPressed(ANNA, "*#").thenEffect(new HangUpLeg(eve, INSTANCE));

        assertThat(scenario.listenersOf(ANNA)).containsExactlyInAnyOrder(BEN, CLEO);
    }

    @Test
    @DisplayName("R25 a called party that holds is not heard, and is held when it is brought in")
    void holding() {
        var scenario = talking().given(new Hold(CLEO));
        assertThat(scenario.listenersOf(CLEO)).isEmpty();

        scenario.whenPressed(ANNA, "**");

        assertThat(scenario.member(CLEO).held()).isTrue();
    }

    @Test
    @DisplayName("R22 nothing private is recorded: one's own recording ends, and a new one begins when back")
    void recording() {
        var scenario = in(dynamic(false, true)).givenMembers(BEN);
        LegId ann = scenario.invite(OUTSIDE);
        scenario.given(new Answer(ann))
                .given(new Request.AssignRole(scenario.participantOf(ann), Role.MODERATOR))
                .numbersReach(OUTSIDE)
                .callsAs(CLEO)
                .whenPressed(ann, "0");
        assertThat(scenario.kindsOfEvents()).contains(RecordingStopped.class);
        assertThat(scenario.hearing(ann).recording()).isEmpty();

        scenario.whenPressed(ann, "1#").given(new Answer(CLEO)).whenPressed(ann, "**");

        assertThat(scenario.kindsOfEvents())
                .filteredOn(RecordingStarted.class::equals)
                .hasSize(2);
        assertThat(scenario.member(CLEO).recording())
                .isNotEqualTo(scenario.member(ann).recording());
    }

    @Test
    @DisplayName("R23 the API does the same as the keys")
    void byTheApi() {
        var scenario = room();
        scenario.given(new Request.Consult(scenario.participantOf(ANNA), Optional.of("803"), KeyRules.RING));
        assertThat(scenario.kindsOfEvents()).containsExactly(ConsultationStarted.class, ConsultationDialled.class);
        assertThat(scenario.saidTo(ANNA)).as("no dial tone").isEmpty();

        scenario.given(new Answer(CLEO))
                .given(new Request.MergeConsultation(scenario.aside(ANNA).id()));

        assertThat(ended(scenario).cause()).isEqualTo(Cause.API);
        assertThat(scenario.listenersOf(CLEO)).containsExactlyInAnyOrder(ANNA, BEN);
    }

    private static ConsultationEnded ended(ConferenceScenario scenario) {
        return ((Decision.Accepted) scenario.decision())
                .events().stream()
                        .filter(ConsultationEnded.class::isInstance)
                        .map(ConsultationEnded.class::cast)
                        .findFirst()
                        .orElseThrow();
    }
}
