package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.SendDigit;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Keys that are pressed towards a telephone, so that the voice menu at the other end can be worked. */
class SendingKeysIT extends ThreeInAConference {
    private static final int EVENTS = 101;
    private static final Map<Integer, List<Integer>> ALL =
            Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620));

    @Test
    void aTelephoneGetsTheKeysAsEventsInOrderAndTheOthersHearNothingOfIt() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        List.of(low, middle, high).forEach(ToneEndpoint::forget);

        List.of("1", "*", "#", "9").forEach(digit -> conference.take(new SendDigit(conference.room, second, digit)));

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(keys(middle)).containsExactly(1, 10, 11, 9));
        assertThat(keys(low)).isEmpty();
        assertThat(keys(high)).isEmpty();
        assertThat(conference.events).isEmpty();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
    }

    /** Its gateway is another one from then on; that is heard by nobody. */
    @Test
    void soundIsAsLoudAsBefore() {
        conference.everybodyHearsEverybody();
        conferenceSounds(ALL);

        conference.take(new SendDigit(conference.room, second, "1"));
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(keys(middle)).containsExactly(1));

        conferenceSounds(ALL);
        assertThat(Tone.level(middle.heard(), 440)).isCloseTo(0, within(1.0));
        assertThat(Tone.peak(middle.heard(), 440)).isCloseTo(0, within(2.0));
        assertThat(Tone.level(low.heard(), 620)).isCloseTo(0, within(1.0));
        assertThat(Tone.peak(low.heard(), 620)).isCloseTo(0, within(2.0));
        conference.forget();
        conference.plays(second, "hello", "tone");
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "hello"));
        assertThat(Tone.peak(middle.heard(), 440)).isCloseTo(0, within(2.0));
        assertThat(Tone.peak(middle.heard(), Tone.PROMPT)).isCloseTo(0, within(2.0));
        assertThat(middle.received().stream().map(ToneEndpoint.Received::ssrc).distinct())
                .hasSize(1);
    }

    @Test
    void aTelephoneWithoutEventsHearsTheKeyAsTones() {
        var phone = new ToneEndpoint(1500, G711.PCMU);
        var leg = new LegId(UUID.randomUUID().toString());
        phone.sendTo(conference.open(leg, phone.sdpWithoutKeys()));
        conference.isNow(leg, phone);
        conference.everybodyHearsEverybody();
        List.of(phone, low, middle, high).forEach(it -> it.speaks(false));
        await().atMost(30, SECONDS).until(() -> phone.received().size() >= 50);
        phone.forget();

        conference.take(new SendDigit(conference.room, leg, "5"));

        await().atMost(30, SECONDS).untilAsserted(() -> {
            assertThat(Tone.peak(phone.heard(), 770)).isGreaterThan(-20);
            assertThat(Tone.peak(phone.heard(), 1336)).isGreaterThan(-20);
        });
    }

    @Test
    void whomWeHaveCalledGetsThemToo() {
        var phone = new ToneEndpoint(1500, G711.PCMU);
        var leg = new LegId(UUID.randomUUID().toString());
        conference.take(new OpenLeg(conference.room, leg, 0, Optional.empty()));
        phone.sendTo(conference.nextSdpOf(leg));
        conference.take(
                new NegotiateLeg(conference.room, leg, 0, 1, SdpRole.ANSWER, Optional.of(phone.sdp("sendrecv"))));
        conference.isNow(leg, phone);
        conference.everybodyHearsEverybody();
        await().atMost(30, SECONDS).until(() -> phone.received().size() >= 50);

        List.of("1", "2", "3").forEach(digit -> conference.take(new SendDigit(conference.room, leg, digit)));

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(keys(phone)).containsExactly(1, 2, 3));
    }

    /** The events that have ended, each once. */
    private static List<Integer> keys(ToneEndpoint phone) {
        var keys = new ArrayList<Integer>();
        boolean ended = true;
        for (ToneEndpoint.Received packet : phone.received()) {
            if (packet.payloadType() == EVENTS) {
                boolean last = (packet.payload()[1] & 0x80) != 0;
                if (ended && !last) {
                    keys.add((int) packet.payload()[0]);
                }
                ended = last;
            }
        }
        return keys;
    }
}
