package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.CONFERENCE;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PHONE;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parties and neighbours that do not do what the RFCs say, or not in time. */
class NonconformingPeersTest {
    private static Scenario ringing() {
        return Scenario.begin(PHONE, Messages.invite(Messages.OFFER))
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER);
    }

    private static Scenario joined() {
        return Scenario.begin(CONFERENCE, Messages.invite(Messages.OFFER))
                .sdp(ROOM, CALLER, 0, ANSWER)
                .caller("ACK", 1, "");
    }

    private static Scenario called(Scenario scenario, SipResponse response) {
        return scenario.leg(CALLED, new LegInput.Responded(response));
    }

    private static SipResponse with(SipResponse response, String name, String value) {
        Headers headers = response.headers().without(name).with(name, value);
        return new SipResponse(response.status(), response.reason(), headers, response.body());
    }

    private static SipResponse answer(Scenario scenario) {
        return Messages.response(scenario.sentInvite(), 200, "called-tag", Messages.OFFER);
    }

    @Test
    void answerWithoutATagIsEndedAtOnce() {
        Scenario scenario = ringing();
        String to = scenario.sentInvite().headers().first("To").orElseThrow();

        called(scenario, with(answer(scenario), "To", to));

        assertThat(scenario.sent()).startsWith("ACK", "BYE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tel:+4930123>", "<mailto:ben@demo.parley.test>", "*", "Ben <"})
    void answerWhoseContactIsNoneOfSipIsEndedAtOnce(String contact) {
        Scenario scenario = ringing();

        called(scenario, with(answer(scenario), "Contact", contact));

        assertThat(scenario.sent()).startsWith("ACK", "BYE");
        assertThat(scenario.impatient().answers()).allMatch(status -> status >= 400);
    }

    @Test
    void calledPartyMayBeginToCountAtNought() {
        Scenario scenario = ringing().called(200, "called-tag", Messages.OFFER).caller("ACK", 1, "");

        scenario.leg(
                CALLED,
                new LegInput.Requested(Messages.fromCalled(scenario.sentInvite(), "called-tag", "OPTIONS", 0, "")));

        assertThat(scenario.answers()).containsExactly(200);
    }

    @Test
    void ringingBehindEarlyMediaIsPassedOn() {
        Scenario scenario = ringing().called(183, "called-tag", Messages.OFFER);
        assertThat(scenario.answers()).containsExactly(183);

        assertThat(scenario.called(180, "called-tag", "").answers()).containsExactly(180);
    }

    @Test
    void reinviteThatWaitsForMediaIsAnsweredAllTheSame() {
        Scenario scenario = joined().caller("INVITE", 2, Messages.sdp("sendonly"));
        assertThat(Scenario.effects(scenario.last(), Effect.StartTimer.class))
                .contains(new Effect.StartTimer(CALLER, LegTimer.MEDIA, Duration.ofSeconds(5)));

        assertThat(scenario.elapsed(CALLER, LegTimer.MEDIA).answers()).containsExactly(500);
        // The late answer is void, and the next try is its own.
        assertThat(scenario.sdp(ROOM, CALLER, 1, ANSWER).answers()).isEmpty();
        assertThat(scenario.caller("INVITE", 3, Messages.sdp("sendonly")).asked())
                .hasSize(1);
        assertThat(scenario.sdp(ROOM, CALLER, 2, ANSWER).answers()).containsExactly(200);
    }

    @Test
    void reinviteThatChangesNothingNeedsNoMedia() {
        Scenario scenario = joined().caller("INVITE", 2, Messages.OFFER).elapsed(CALLER, LegTimer.MEDIA);

        assertThat(scenario.answers()).containsExactly(200);
    }

    @Test
    void equalNumberIsAnswered() {
        Scenario scenario = joined().caller("INVITE", 2, Messages.sdp("sendonly"));
        assertThat(scenario.caller("INVITE", 2, Messages.sdp("sendonly")).answers())
                .as("the same, while it is being answered")
                .containsExactly(482);

        scenario.sdp(ROOM, CALLER, 1, ANSWER).caller("ACK", 2, "");
        assertThat(scenario.caller("INVITE", 2, Messages.sdp("sendonly")).answers())
                .containsExactly(500);
        assertThat(scenario.caller("OPTIONS", 2, "").answers()).containsExactly(500);
    }

    @Test
    void updateAtTheHeelsOfTheAckIsTaken() {
        Scenario scenario =
                Scenario.begin(CONFERENCE, Messages.invite(Messages.OFFER)).sdp(ROOM, CALLER, 0, ANSWER);

        scenario.caller("UPDATE", 2, Messages.sdp("sendonly"));

        assertThat(scenario.asked()).hasSize(1);
        assertThat(scenario.answers()).isEmpty();
    }

    @Test
    void refreshThatWasRefusedIsTriedAgainSoon() {
        Scenario scenario = joined().pass(Duration.ofMinutes(15)).elapsed(CALLER, LegTimer.SESSION);
        SipRequest refresh = Scenario.effects(scenario.last(), Effect.Send.class)
                .findFirst()
                .orElseThrow()
                .request();

        scenario.leg(CALLER, new LegInput.Responded(Messages.response(refresh, 500, Messages.CALLER_TAG, "")));

        assertThat(Scenario.effects(scenario.last(), Effect.StartTimer.class))
                .containsExactly(new Effect.StartTimer(CALLER, LegTimer.RETRY, Duration.ofSeconds(10)));
        assertThat(scenario.elapsed(CALLER, LegTimer.RETRY).sent()).containsExactly("INVITE");
    }

    @Test
    void telephoneThatVanishesEndsTheCallOfTwo() {
        Scenario scenario = ringing().called(200, "called-tag", Messages.OFFER).caller("ACK", 1, "");

        scenario.leg(CALLED, new LegInput.MediaLost());

        assertThat(scenario.sent()).containsExactly("BYE", "BYE");
        assertThat(scenario.asked()).contains(new CloseLeg(OWN, CALLER), new CloseLeg(OWN, CALLED));
        assertThat(scenario.isOver().records())
                .filteredOn(left -> left.leg().equals(CALLED))
                .extracting(CallRecord::reason)
                .containsExactly(LegEnd.LOST);
    }

    @Test
    void telephoneThatRingsNeedNotSendAnything() {
        Scenario scenario = ringing().called(180, "called-tag", "");

        scenario.leg(CALLER, new LegInput.MediaLost()).leg(CALLED, new LegInput.MediaLost());

        assertThat(scenario.call().over()).isFalse();
        assertThat(scenario.sent()).isEmpty();
    }
}
