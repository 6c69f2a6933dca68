package dev.parley.media.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.media.mix.Bus;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Music for whoever waits, and for nobody else. The room's music is a tone here. */
class MusicIT extends ThreeInAConference {
    @Test
    void whoIsHeldWithMusicHearsOnlyMusicAndTheOthersNone() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        conference.plan(
                withMusic(Ambience.SILENCE, held(Ambience.MUSIC), PlannedLeg.open(second), PlannedLeg.open(third)));

        conferenceSounds(Map.of(440, List.of(), 620, List.of(1000), 1000, List.of(620)));
        hears(low, Tone.PROMPT, true);
        hears(middle, Tone.PROMPT, false);

        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        hears(low, Tone.PROMPT, false);
        assertThat(conference.parties()).doesNotContain(Bus.MUSIC_EAR, Bus.MUSIC_MOUTH);
        assertThat(low.received().stream().map(ToneEndpoint.Received::ssrc).distinct())
                .hasSize(1);
    }

    @Test
    void whoIsAloneHearsTheRoomsMusicAgainAndAgainAndItChangesWithThePlan() {
        conference.plan(withMusic(Ambience.MUSIC, PlannedLeg.open(first)));
        hears(low, Tone.PROMPT, true);
        // Longer than the file.
        await().atMost(30, SECONDS).until(() -> low.received().size() >= 150);
        hears(low, Tone.PROMPT, true);

        conference.plan(new AudioPlan(
                conference.room,
                0,
                Ambience.MUSIC,
                List.of(PlannedLeg.open(first)),
                Optional.of("other-tone"),
                Optional.empty()));
        hears(low, Tone.OTHER_PROMPT, true);
        hears(low, Tone.PROMPT, false);
    }

    @Test
    void musicGoesOnWithANewProcess() {
        conference.plan(withMusic(Ambience.MUSIC, PlannedLeg.open(first)));
        hears(low, Tone.PROMPT, true);

        conference.restart();
        conference.plan(withMusic(Ambience.MUSIC, PlannedLeg.open(first)));

        hears(low, Tone.PROMPT, true);
    }

    private PlannedLeg held(Ambience ambience) {
        return new PlannedLeg(first, PlannedLeg.MAIN, false, false, Optional.of(ambience), Optional.empty());
    }

    private AudioPlan withMusic(Ambience ambience, PlannedLeg... legs) {
        return new AudioPlan(conference.room, 0, ambience, List.of(legs), Optional.of("tone"), Optional.empty());
    }

    private static void hears(ToneEndpoint phone, int tone, boolean expected) {
        await().atMost(30, SECONDS).untilAsserted(() -> {
            phone.forget();
            await().atMost(30, SECONDS).until(() -> phone.received().size() >= 20);
            assertThat(Tone.level(phone.heard(), tone) > -12).isEqualTo(expected);
        });
    }
}
