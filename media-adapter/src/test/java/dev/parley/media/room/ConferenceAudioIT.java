package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What members of a conference hear, with a real rtpengine and real RTP. */
class ConferenceAudioIT extends ThreeInAConference {
    @Test
    void everybodyHearsTheOthersOnceAndNeverThemselves() {
        conference.everybodyHearsEverybody();

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        for (ToneEndpoint endpoint : List.of(low, middle, high)) {
            assertThat(endpoint.received().stream()
                            .map(ToneEndpoint.Received::ssrc)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(Tone.level(low.heard(), 620)).isBetween(-1.0, 1.0);
        assertThat(Tone.level(low.heard(), 440)).isLessThan(-30);
    }

    @Test
    void whoIsInNoPlanHearsNobodyButReceivesAStream() {
        conferenceSounds(Map.of(440, List.of(), 620, List.of(), 1000, List.of()));
    }

    @Test
    void mutedIsHeardByNobodyAndHearsOn() {
        conference.everybodyHearsEverybody();
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));

        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
    }

    @Test
    void aPrivateTalkIsHeardByThoseInItAlone() {
        conference.plan(
                new PlannedLeg(first, "consultation", true, true),
                new PlannedLeg(second, "consultation", true, true),
                PlannedLeg.open(third));

        conferenceSounds(Map.of(440, List.of(620), 620, List.of(440), 1000, List.of()));
    }

    @Test
    void oneLeavesAndTheOthersGoOn() {
        conference.everybodyHearsEverybody();

        conference.leaves(first);

        conferenceSounds(Map.of(620, List.of(1000), 1000, List.of(620)));
        conference.leaves(second);
        conference.leaves(third);
        assertThat(conference.rtpengine.query(CallId.of(conference.room))).isInstanceOf(NgReply.Refused.class);
    }

    @Test
    void aPromptIsHeardByOneAloneAndItsEndIsTold() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        conference.forget();

        conference.plays(second, "wish", "tone");

        await().atMost(30, SECONDS)
                .untilAsserted(
                        () -> assertThat(Tone.peak(middle.heard(), Tone.PROMPT)).isGreaterThan(-12));
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "wish"));
        assertThat(Tone.level(low.heard(), Tone.PROMPT)).isLessThan(-40);
        assertThat(middle.received().stream().map(ToneEndpoint.Received::ssrc).distinct())
                .hasSize(1);
    }

    @Test
    void promptsAreHeardOneAfterTheOther() {
        conference.plays(second, "one", "tone");
        conference.plays(second, "two", "other-tone");
        conference.plays(second, "two", "other-tone");

        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "one"));
        assertThat(Tone.level(middle.heard(), Tone.OTHER_PROMPT)).isLessThan(-40);
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "two"));
        assertThat(Tone.peak(middle.heard(), Tone.OTHER_PROMPT)).isGreaterThan(-12);
        assertThat(conference.events).isEmpty();
    }

    @Test
    void aKeyIsToldOnceReachesNobodysEarAndTheConferenceHearsOn() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        conference.forget();
        low.press(11);

        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, first, "#"));
        await().atMost(30, SECONDS).until(() -> middle.received().size() >= 30);
        for (ToneEndpoint listener : List.of(middle, high)) {
            assertThat(Tone.peak(listener.heard(), 941)).isLessThan(-20);
            assertThat(Tone.peak(listener.heard(), 1477)).isLessThan(-20);
            assertThat(listener.received()).allMatch(packet -> packet.payloadType() != 101);
        }
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        assertThat(conference.events).isEmpty();
    }

    @Test
    void keysOfWhoIsHeardByNobodyAreToldToo() {
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));

        low.press(5);

        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, first, "5"));
    }

    @Test
    void aRestartedProcessGoesOnWhereTheOldOneEnded() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        conference.restart();
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));
        assertThat(conference.renegotiate(second, 7, middle.sdp("sendrecv"))).contains("a=sendrecv");
        conference.leaves(first);
        conferenceSounds(Map.of(620, List.of(1000), 1000, List.of(620)));
    }
}
