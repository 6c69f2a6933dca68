package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PHONE;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.callcontrol.dialplan.Trail;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.MediaCommand.SendDigit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys in a two-party call go through to the other side. */
class KeysTest {
    private static final String THEIRS = Messages.sdp("sendrecv").replace("4000", "6000");
    private static final TenantId ROOMLESS = new TenantId("roomless");

    private static Scenario up() {
        return Scenario.begin(PHONE, Messages.invite(Messages.OFFER))
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER)
                .called(200, "b", THEIRS)
                .caller("ACK", 1, "");
    }

    private static List<String> sentTo(LegId leg, Scenario scenario) {
        return Scenario.effects(scenario.all(), Effect.Ask.class)
                .map(Effect.Ask::command)
                .filter(SendDigit.class::isInstance)
                .map(SendDigit.class::cast)
                .filter(key -> key.leg().equals(leg))
                .map(SendDigit::digit)
                .toList();
    }

    @Test
    void keysOfEachGoToTheOther() {
        Scenario scenario = up().keys(CALLER, "12#").keys(CALLED, "9");

        assertThat(sentTo(CALLED, scenario)).containsExactly("1", "2", "#");
        assertThat(sentTo(CALLER, scenario)).containsExactly("9");
    }

    @Test
    void keysByInfoGoThroughToo() {
        SipRequest info = Messages.fromCaller(
                "INFO", 2, CALLER.value(), "", Headers.NONE.with("Content-Type", "application/dtmf-relay"));
        SipRequest digit = new SipRequest("info", "INFO", info.uri(), info.headers(), "Signal=5\r\nDuration=160\r\n");
        Scenario scenario = up().leg(CALLER, new LegInput.Requested(digit));

        assertThat(sentTo(CALLED, scenario)).containsExactly("5");
    }

    @Test
    void keysReachAMenuThatIsHeardBeforeTheAnswer() {
        Scenario scenario = Scenario.dial("+4930123")
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER)
                .called(183, "b", THEIRS)
                .keys(CALLER, "*2");

        assertThat(sentTo(CALLED, scenario)).containsExactly("*", "2");
    }

    @Test
    void aStarIsHeldBackUntilTheNextKey() {
        Scenario scenario = up().key("*");
        assertThat(sentTo(CALLED, scenario)).isEmpty();
        scenario.key("7");

        assertThat(sentTo(CALLED, scenario)).containsExactly("*", "7");
    }

    @Test
    void aStarAloneGoesThroughAfterAWhile() {
        Scenario scenario = up().key("*").impatient();

        assertThat(sentTo(CALLED, scenario)).containsExactly("*");
        assertThat(sentTo(CALLED, scenario.impatient().key("0"))).containsExactly("*", "0");
    }

    @Test
    void ofTwoStarsTheFirstGoesThrough() {
        Scenario scenario = up().keys(CALLER, "**");
        assertThat(sentTo(CALLED, scenario)).containsExactly("*");
        scenario.key("1");

        assertThat(sentTo(CALLED, scenario)).containsExactly("*", "*", "1");
    }

    @Test
    void aKeyOfTheOtherDoesNotCompleteIt() {
        Scenario scenario = up().key(CALLER, "*").key(CALLED, "0");

        assertThat(sentTo(CALLED, scenario)).containsExactly("*");
        assertThat(sentTo(CALLER, scenario)).containsExactly("0");
    }

    @Test
    void nobodyGetsKeysWhileItRings() {
        Scenario scenario = Scenario.begin(PHONE, Messages.invite(Messages.OFFER))
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER)
                .called(180, "b", "")
                .keys(CALLER, "12");

        assertThat(sentTo(CALLED, scenario)).isEmpty();
    }

    @Test
    void aTenantWithoutADynamicRoomHasNoSuchKey() {
        RoomId own = RoomId.ofCall(ROOMLESS, CALLER.value());
        Scenario scenario = Scenario.begin(
                        new Phone(ROOMLESS, "802", "roomless.parley.test", List.of(), Trail.of(Scenario.phone("801"))),
                        Messages.invite(Messages.OFFER))
                .sdp(own, CALLER, 0, ANSWER)
                .sdp(own, CALLED, 0, OFFER)
                .called(200, "b", THEIRS)
                .caller("ACK", 1, "")
                .input(new CallInput.Pressed(own, CALLER, "*"))
                .input(new CallInput.Pressed(own, CALLER, "0"));

        assertThat(sentTo(CALLED, scenario)).containsExactly("*", "0");
    }
}
