package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.ToneEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** R21: a two-party call becomes a conference, with its legs where they are, and neither hears a drop. */
class HandingOverIT extends ThreeInAConference {
    private static final Map<Integer, List<Integer>> ALL =
            Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620));

    private RoomId heir;
    private CallId call;
    private long revision;

    @BeforeEach
    void talk() {
        heir = conference.heir();
        call = CallId.of(conference.room);
        conference.everybodyHearsEverybody();
        conferenceSounds(ALL);
    }

    private void heirPlans(PlannedLeg... legs) {
        conference.follow(new AudioPlan(
                heir,
                ++revision,
                Ambience.SILENCE,
                List.of(legs),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.value()),
                Optional.empty()));
    }

    private void everybodyIn() {
        heirPlans(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third));
    }

    private void callIsHandedOver() {
        conference.follow(new AudioPlan(
                conference.room,
                1_000,
                Ambience.SILENCE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(heir)));
    }

    private CompletionStage<?> tell(MediaCommand command) {
        return conference.media().rooms().take(command);
    }

    @Test
    @DisplayName("R21 nobody hears a gap, or another stream, when the conference takes the call over")
    void nobodyHearsAGap() {
        List.of(low, middle, high).forEach(ToneEndpoint::forget);
        hear(25);
        everybodyIn();
        callIsHandedOver();
        hear(50);

        for (ToneEndpoint phone : List.of(low, middle, high)) {
            assertThat(phone.received().stream()
                            .map(ToneEndpoint.Received::ssrc)
                            .distinct())
                    .hasSize(1);
            assertThat(largestGapMillis(phone))
                    .as("largest gap, 20 ms a packet")
                    .isLessThanOrEqualTo(300);
        }
        conferenceSounds(ALL);
    }

    @Test
    @DisplayName("R21 keys, prompts and the plan are the conference's from then on")
    void theConferenceHasItAll() {
        everybodyIn();
        callIsHandedOver();

        low.press(5);
        assertThat(next(conference.events)).isEqualTo(new DigitPressed(heir, first, "5"));
        tell(new MediaCommand.PlayPrompt(heir, second, "hello", List.of("tone"), "en", OptionalInt.empty()));
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(heir, second, "hello"));
        heirPlans(new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));
    }

    @Test
    void whoComesLaterIsInTheSameCall() {
        var fourth = new ToneEndpoint(1500, G711.PCMU);
        var leg = new LegId(UUID.randomUUID().toString());
        everybodyIn();
        callIsHandedOver();
        tell(new OpenLeg(heir, leg, 0, Optional.of(fourth.sdp("sendrecv")), Optional.of(call.value())));
        fourth.sendTo(conference.nextSdpOf(leg));
        conference.isNow(leg, fourth);
        heirPlans(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third), PlannedLeg.open(leg));

        conferenceSounds(Map.of(
                440, List.of(620, 1000, 1500),
                620, List.of(440, 1000, 1500),
                1000, List.of(440, 620, 1500),
                1500, List.of(440, 620, 1000)));
        assertThat(conference.parties()).contains(leg.value());
    }

    @Test
    void whatIsAskedBeforeThePlanIsThereWaitsForIt() {
        CompletionStage<?> done =
                tell(new MediaCommand.PlayPrompt(heir, second, "early", List.of("tone"), "en", OptionalInt.empty()));
        callIsHandedOver();
        everybodyIn();

        assertThat(next(conference.events)).isEqualTo(new PromptEnded(heir, second, "early"));
        assertThat(done.toCompletableFuture()).isCompleted();
    }

    @Test
    void theEndOfTheCallsOwnRoomDeletesNothing() {
        everybodyIn();
        callIsHandedOver();
        conference.withdraw(conference.room);
        conference.reconcile(conference.room);
        conference.reconcile(heir);

        conferenceSounds(ALL);
        low.press(7);
        assertThat(next(conference.events)).isEqualTo(new DigitPressed(heir, first, "7"));
    }

    @Test
    void aNegotiationThatCrossedTheChangeIsAnsweredInTheNewRoom() {
        everybodyIn();
        callIsHandedOver();
        tell(new MediaCommand.NegotiateLeg(
                conference.room, second, 0, 7, SdpRole.OFFER, Optional.of(middle.sdp("sendrecv"))));

        assertThat(conference.nextSdpOf(second)).contains("a=sendrecv");
        conferenceSounds(ALL);
    }

    @Test
    void aRestartedProcessFindsTheConferenceInTheCall() {
        everybodyIn();
        callIsHandedOver();
        conference.restart();
        // The topic is read again from its beginning; what is compacted may come in any order.
        callIsHandedOver();
        conference.reconcile(conference.room);
        revision--;
        everybodyIn();
        conference.reconcile(heir);

        conferenceSounds(ALL);
        low.press(9);
        assertThat(next(conference.events)).isEqualTo(new DigitPressed(heir, first, "9"));
    }

    @Test
    void theCallGoesWithTheLastLegAndTheNextConferenceHasItsOwn() {
        everybodyIn();
        callIsHandedOver();
        List.of(first, second, third).forEach(leg -> {
            tell(new MediaCommand.CloseLeg(heir, leg));
            conference.isSilent(leg);
        });
        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(conference.rtpengine.query(call)).isInstanceOf(NgReply.Refused.class));

        var leg = new LegId(UUID.randomUUID().toString());
        var phone = new ToneEndpoint(1500, G711.PCMU);
        tell(new OpenLeg(heir, leg, 0, Optional.of(phone.sdp("sendrecv"))));
        phone.sendTo(conference.nextSdpOf(leg));
        await().atMost(30, SECONDS)
                .untilAsserted(() ->
                        assertThat(conference.rtpengine.query(CallId.of(heir))).isInstanceOf(NgReply.Done.class));
        tell(new MediaCommand.CloseLeg(heir, leg)).toCompletableFuture().join();
        phone.close();
    }

    private void hear(int packets) {
        List<Integer> before = List.of(low, middle, high).stream()
                .map(it -> it.received().size())
                .toList();
        await().atMost(30, SECONDS)
                .until(() -> low.received().size() >= before.get(0) + packets
                        && middle.received().size() >= before.get(1) + packets
                        && high.received().size() >= before.get(2) + packets);
    }

    private static long largestGapMillis(ToneEndpoint phone) {
        List<ToneEndpoint.Received> received = phone.received();
        long largest = 0;
        for (int i = 1; i < received.size(); i++) {
            largest = Math.max(
                    largest, received.get(i).nanos() - received.get(i - 1).nanos());
        }
        return largest / 1_000_000;
    }
}
