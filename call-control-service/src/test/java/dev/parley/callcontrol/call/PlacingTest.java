package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.call.CallEvent.LegProgressed;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A conference calls somebody (R2, R12–R14). */
class PlacingTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");
    private static final LegRinging RINGING = new LegRinging(ROOM, CALLED);
    private static final LegProgressed PROGRESSED = new LegProgressed(ROOM, CALLED);
    private static final LegAnswered ANSWERED = new LegAnswered(ROOM, CALLED);

    private static Scenario placed(String destination) {
        return Scenario.placed(new PlaceCall(ROOM, CALLED, destination, Optional.of("801"), 30));
    }

    private static Scenario dialled(String destination) {
        return placed(destination).sdp(ROOM, CALLED, 0, OFFER);
    }

    private static Scenario up() {
        return dialled("802").called(200, "b", THEIRS);
    }

    private static LegEnded ended(LegEnd why) {
        return new LegEnded(ROOM, CALLED, why);
    }

    private static LegEnded ended(LegEnd why, int status) {
        return new LegEnded(ROOM, CALLED, why, OptionalInt.of(status));
    }

    @Test
    void mediaComesFirst() {
        Scenario scenario = placed("802");

        assertThat(scenario.asked()).containsExactly(new OpenLeg(ROOM, CALLED, 0, Optional.empty()));
        assertThat(scenario.sent()).isEmpty();
        assertThat(scenario.sdp(ROOM, CALLED, 0, OFFER).sent()).containsExactly("INVITE");
        assertThat(scenario.last()).contains(new Effect.StartPatience("answer", Duration.ofSeconds(30)));
    }

    @Test
    void conferenceThatWasACallHasItsMediaWhereTheCallWas() {
        Optional<String> call = Optional.of("demo:call-other");
        Scenario scenario = Scenario.placed(new PlaceCall(ROOM, CALLED, "802", Optional.empty(), 30, call));

        assertThat(scenario.asked()).containsExactly(new OpenLeg(ROOM, CALLED, 0, Optional.empty(), call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"802", "sip:802@demo.parley.test", "SIP:802@DEMO.parley.test:5060;transport=tcp"})
    void extensionIsCalledByTheEdge(String destination) {
        SipRequest invite = dialled(destination).sentInvite();

        assertThat(invite.uri()).isEqualTo("sip:802@demo.parley.test");
        assertThat(invite.from().address()).isEqualTo("\"Ada\" <sip:801@demo.parley.test>");
        assertThat(invite.body()).isEqualTo(Scenario.OURS);
        assertThat(invite.headers().first("X-Parley-Trunk")).isEmpty();
    }

    @Test
    void outsideNumberGoesByItsTrunkAndCounts() {
        Scenario scenario = placed("004930123");
        assertThat(scenario.last()).first().isInstanceOfSatisfying(Effect.Admit.class, admit -> {
            assertThat(admit.leg()).isEqualTo(CALLED);
            assertThat(admit.toll().tenant()).isEqualTo(Scenario.DEMO);
        });

        SipRequest invite = scenario.sdp(ROOM, CALLED, 0, OFFER).sentInvite();
        assertThat(invite.uri()).isEqualTo("sip:+4930123@demo.parley.test");
        assertThat(invite.headers().first("X-Parley-Trunk")).contains("pstn");
    }

    /** No way around the class of service, and nothing that would need a conference to answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "899",
                "910",
                "700",
                "",
                "sip:899@demo.parley.test",
                "sip:802@acme.parley.test",
                "sip:+4930123@demo.parley.test",
                "sips:802@demo.parley.test",
                "+4930123@elsewhere",
                "+4930123;phone-context=x"
            })
    void whateverIsNoPhoneAndNoNumberIsNotReached(String destination) {
        Scenario scenario = placed(destination).isOver();

        assertThat(scenario.all()).containsExactly(new Effect.Tell(ended(LegEnd.UNREACHABLE)));
    }

    @Test
    void forwardingRulesAreNotFollowed() {
        assertThat(dialled("805").sentInvite().uri()).isEqualTo("sip:805@demo.parley.test");
        Scenario busy = dialled("806").called(486, "b", "").isOver();

        assertThat(busy.told()).containsExactly(ended(LegEnd.BUSY, 486));
        assertThat(busy.sent()).isEmpty();
    }

    @Test
    void withoutACallerTheRoomsOwnNumberIsShown() {
        SipRequest reachable = from(ROOM, Optional.empty());
        SipRequest local = from(new RoomId("demo:local-801"), Optional.empty());
        SipRequest forged = from(ROOM, Optional.of("801>;tag=x\r\nX-Parley-Trunk: gsm"));

        assertThat(reachable.from().uri()).isEqualTo("sip:+4930900910@demo.parley.test");
        assertThat(local.from().uri()).as("its owner").isEqualTo("sip:801@demo.parley.test");
        assertThat(forged.from().uri()).isEqualTo("sip:+4930900910@demo.parley.test");
    }

    private static SipRequest from(RoomId room, Optional<String> caller) {
        return Scenario.placed(new PlaceCall(room, CALLED, "802", caller, 30))
                .sdp(room, CALLED, 0, OFFER)
                .sentInvite();
    }

    @Test
    void ringingIsToldOnce() {
        Scenario scenario = dialled("802").called(100, "", "");
        assertThat(scenario.told()).isEmpty();
        assertThat(scenario.called(180, "b", "").told()).containsExactly(RINGING);
        assertThat(scenario.called(180, "c", "").told()).isEmpty();

        assertThat(scenario.called(181, "b", "").told()).isEmpty();
    }

    /** R14: heard by all before the answer. */
    @Test
    void earlyMediaIsHandedOnAndTold() {
        Scenario scenario = dialled("+4930123").called(180, "b", "").called(183, "b", THEIRS);
        assertThat(scenario.asked()).containsExactly(answer(1, THEIRS));
        assertThat(scenario.told()).containsExactly(PROGRESSED);
        assertThat(scenario.called(183, "b", THEIRS).told()).isEmpty();
        assertThat(scenario.called(180, "b", "").told()).isEmpty();

        assertThat(scenario.called(200, "b", THEIRS).asked()).isEmpty();
        assertThat(scenario.told()).containsExactly(ANSWERED);
    }

    private static NegotiateLeg answer(long negotiation, String sdp) {
        return new NegotiateLeg(ROOM, CALLED, 0, negotiation, SdpRole.ANSWER, Optional.of(sdp));
    }

    @Test
    void answerIsAcknowledgedAndHandedOnBeforeItIsTold() {
        Scenario scenario = up();

        assertThat(scenario.sent()).containsExactly("ACK");
        assertThat(scenario.asked()).containsExactly(answer(1, THEIRS));
        assertThat(scenario.told()).containsExactly(ANSWERED);
        assertThat(scenario.last().indexOf(new Effect.Ask(answer(1, THEIRS))))
                .isLessThan(scenario.last().indexOf(new Effect.Tell(ANSWERED)));
        assertThat(scenario.last()).contains(new Effect.StopPatience());
    }

    @Test
    void anotherAnswerThanTheEarlyOneIsNegotiatedAgain() {
        Scenario scenario = dialled("802").called(183, "b", THEIRS).called(200, "c", Messages.sdp("sendonly"));

        assertThat(scenario.asked()).containsExactly(answer(2, Messages.sdp("sendonly")));
        assertThat(scenario.told()).containsExactly(ANSWERED, new LegHeld(ROOM, CALLED));
    }

    @ParameterizedTest
    @CsvSource({
        "486, false, BUSY",
        "600, true, BUSY",
        "603, true, DECLINED",
        "403, false, DECLINED",
        "480, true, NO_ANSWER",
        "480, false, UNREACHABLE",
        "408, true, NO_ANSWER",
        "408, false, UNREACHABLE",
        "404, false, UNREACHABLE",
        "503, false, UNREACHABLE",
        "302, false, UNREACHABLE",
        "488, false, MEDIA_FAILED"
    })
    void failureHasItsReasonAndStatus(int status, boolean rings, LegEnd why) {
        Scenario scenario = rings ? dialled("802").called(180, "b", "") : dialled("802");
        scenario.called(status, "b", "").isOver();

        assertThat(scenario.told()).containsExactly(ended(why, status));
        assertThat(scenario.last()).contains(new Effect.StopPatience());
    }

    @Test
    void whoRingsTooLongIsCancelled() {
        Scenario scenario = dialled("802").called(180, "b", "").impatient().isOver();

        assertThat(scenario.sent()).containsExactly("CANCEL");
        assertThat(scenario.told()).containsExactly(ended(LegEnd.NO_ANSWER));
    }

    /** R13, at each stage. */
    @Test
    void hangingUpFitsTheStage() {
        HangUpLeg order = new HangUpLeg(ROOM, CALLED);
        List<Scenario> stages = List.of(
                placed("802").command(order),
                dialled("802").command(order),
                dialled("802").called(180, "b", "").command(order),
                dialled("802").called(183, "b", THEIRS).command(order),
                up().command(order));

        assertThat(stages)
                .extracting(Scenario::sent)
                .containsExactly(List.of(), List.of("CANCEL"), List.of("CANCEL"), List.of("CANCEL"), List.of("BYE"));
        assertThat(stages).allSatisfy(scenario -> {
            assertThat(scenario.told()).containsExactly(ended(LegEnd.ENDED_BY_US));
            assertThat(scenario.call().over()).isTrue();
        });
    }

    @Test
    void mediaIsLeftToTheConference() {
        Scenario scenario = up().command(new HangUpLeg(ROOM, CALLED));

        assertThat(Scenario.effects(scenario.all(), Effect.Ask.class).map(Effect.Ask::command))
                .containsExactly(new OpenLeg(ROOM, CALLED, 0, Optional.empty()), answer(1, THEIRS));
        assertThat(scenario.all())
                .noneMatch(effect -> effect instanceof Effect.Plan || effect instanceof Effect.Forget);
    }

    @Test
    void withoutMediaThereIsNoCall() {
        LegMediaFailed early = new LegMediaFailed(ROOM, CALLED, 1, MediaFailure.BAD_SDP, "x");
        List<Scenario> failed = List.of(
                placed("802").impatient(),
                placed("802").command(new LegMediaFailed(ROOM, CALLED, 0, MediaFailure.NO_MEDIA_NODE, "x")),
                dialled("802").called(183, "b", THEIRS).command(early),
                up().command(early));

        assertThat(failed)
                .extracting(Scenario::sent)
                .containsExactly(List.of(), List.of(), List.of("CANCEL"), List.of("BYE"));
        assertThat(failed)
                .allSatisfy(scenario -> assertThat(scenario.told()).containsExactly(ended(LegEnd.MEDIA_FAILED)));
    }

    @Test
    void oneOutsideCallTooManyIsNotPlaced() {
        Scenario scenario =
                placed("+4930123").input(new CallInput.NotAdmitted(CALLED)).isOver();

        assertThat(scenario.told()).containsExactly(ended(LegEnd.UNREACHABLE));
        assertThat(scenario.sent()).isEmpty();
    }

    @Test
    void wishSaidAgainChangesNothing() {
        PlaceCall again = new PlaceCall(ROOM, CALLED, "802", Optional.of("801"), 30);

        for (Scenario scenario : List.of(placed("802"), dialled("802"), up())) {
            Call before = scenario.call();
            assertThat(scenario.command(again).last()).isEmpty();
            assertThat(scenario.call()).isEqualTo(before);
        }
    }

    @Test
    void placedLegIsALegOfTheConference() {
        Scenario scenario = up();
        scenario.leg(
                CALLED,
                new LegInput.Requested(
                        Messages.fromCalled(scenario.sentInvite(), "b", "INVITE", 1, Messages.sdp("sendonly"))));
        scenario.sdp(ROOM, CALLED, 2, SdpRole.ANSWER);
        assertThat(scenario.answers()).containsExactly(200);
        assertThat(scenario.told()).containsExactly(new LegHeld(ROOM, CALLED));

        scenario.leg(CALLED, new LegInput.Requested(Messages.fromCalled(scenario.sentInvite(), "b", "BYE", 2, "")));
        assertThat(scenario.isOver().told()).containsExactly(ended(LegEnd.HUNG_UP));
    }

    @Test
    void answeredLegOutlivesTheProcessAndOneThatRingsIsLost() {
        Resumption.Resumed goesOn = resumed(up());
        Resumption.Resumed lost = resumed(dialled("802").called(180, "b", ""));

        assertThat(goesOn.call())
                .hasValueSatisfying(call -> assertThat(call.legIds()).containsExactly(CALLED));
        assertThat(told(goesOn)).isEmpty();
        assertThat(lost.call()).isEmpty();
        assertThat(told(lost)).containsExactly(ended(LegEnd.LOST));
    }

    private static Resumption.Resumed resumed(Scenario scenario) {
        return Resumption.resume(Remembered.of(scenario.call(), 0), Instant.EPOCH);
    }

    private static List<CallEvent> told(Resumption.Resumed resumed) {
        return Scenario.effects(resumed.effects(), Effect.Tell.class)
                .map(Effect.Tell::event)
                .toList();
    }
}
