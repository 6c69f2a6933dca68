package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import dev.parley.media.testing.TranscodingPhone;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R24: telephones without telephone-event press their keys as tones. */
class InBandIT extends ThreeInAConference {
    private static final int ROW = 770;
    private static final int COLUMN = 1336;
    private static final int FRAME = 160;
    private static final int KEYS = 101;

    private final LegId leg = new LegId(UUID.randomUUID().toString());

    @ParameterizedTest
    @EnumSource(G711.class)
    void aKeyPressedAsTonesIsToldOnceAndCutOffAtItsBeginning(G711 law) {
        var phone = new ToneEndpoint(1500, law);
        phone.sendTo(conference.open(leg, phone.sdpWithoutKeys()));
        conference.isNow(leg, phone);
        conference.everybodyHearsEverybody();
        List.of(phone, low, middle, high).forEach(it -> it.speaks(false));
        hears(25);

        low.forget();
        phone.pressAloud(ROW, COLUMN);
        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, leg, "5"));
        hears(25);

        assertThat(low.received()).noneMatch(packet -> packet.payloadType() == KEYS);
        // Until it is known to be a key it is sound like any other.
        assertThat(loudFrames(low.heard())).isBetween(1L, 4L);
        phone.pressAloud(ROW, COLUMN);
        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, leg, "5"));
        assertThat(conference.events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G722/8000", "opus/48000/2"})
    void keysInAWidebandTelephonesSoundAreToldToo(String codec) {
        var handset = new ToneEndpoint(1500, G711.PCMU);
        try (var phone = new TranscodingPhone(conference.rtpengine, handset, List.of(codec))) {
            String answer = conference.open(leg, phone.offer());
            assertThat(answer).doesNotContain("telephone-event");
            phone.answered(answer);
            conference.isNow(leg, handset);
            conference.everybodyHearsEverybody();
            handset.speaks(false);
            hears(25);

            handset.pressAloud(ROW, COLUMN);

            assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, leg, "5"));
        }
    }

    @Test
    void aKeyInTheWaitingRoomIsHeardByNobody() {
        var phone = new ToneEndpoint(1500, G711.PCMU);
        phone.sendTo(conference.open(leg, phone.sdpWithoutKeys()));
        conference.everybodyHearsEverybody();
        conference.isNow(leg, phone);
        List.of(phone, low, middle, high).forEach(it -> it.speaks(false));
        hears(25);

        low.forget();
        phone.pressAloud(ROW, COLUMN);

        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, leg, "5"));
        hears(25);
        assertThat(loudFrames(low.heard())).isZero();
    }

    /** Frames of 20 ms in which the tone is louder than −20 dB. */
    private static long loudFrames(short[] sound) {
        return IntStream.range(0, sound.length / FRAME)
                .filter(frame -> Tone.energy(sound, frame * FRAME, FRAME) > -20)
                .count();
    }

    private void hears(int packets) {
        int before = low.received().size();
        await().atMost(30, SECONDS).until(() -> low.received().size() >= before + packets);
    }
}
