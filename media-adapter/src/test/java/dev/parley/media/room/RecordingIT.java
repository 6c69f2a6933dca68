package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaEvent.RecordingFinished;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is recorded is what was heard, from its first moment to its last. */
class RecordingIT extends ThreeInAConference {
    private static final int UNREAD = 15;

    private final RecordingId recording = new RecordingId(UUID.randomUUID().toString());

    @Test
    void aConferenceIsRecordedWithAllWhoAreHeardAndNobodyElse() {
        LegId muted = third;
        conference.plan(recorded(
                PlannedLeg.open(first), PlannedLeg.open(second), new PlannedLeg(muted, PlannedLeg.MAIN, false, true)));
        seconds(3);

        conference.plan(recordingNothing());

        RecordingFinished finished = (RecordingFinished) next(conference.events);
        assertThat(finished.recording()).isEqualTo(recording);
        short[] sound = Wav.read(conference.recordings.resolve(finished.file()));
        assertThat(Tone.level(sound, 440)).isCloseTo(0, within(1.5));
        assertThat(Tone.level(sound, 620)).isCloseTo(0, within(1.5));
        assertThat(Tone.level(sound, 1000)).isLessThan(-40);
        assertThat(Wav.seconds(sound)).isGreaterThan(3);
        assertThat((double) finished.seconds()).isCloseTo(Wav.seconds(sound), within(0.5));
        assertThat(rtpengineParties()).noneMatch(party -> party.startsWith(".rec"));
    }

    @Test
    void oneLegAloneIsRecordedAndNotWhileItIsMuted() {
        conference.plan(recordedAlone(first, true), PlannedLeg.open(second), PlannedLeg.open(third));
        seconds(2);
        conference.plan(recordedAlone(first, false), PlannedLeg.open(second), PlannedLeg.open(third));
        seconds(2);
        conference.leaves(first);
        conference.plan(PlannedLeg.open(second), PlannedLeg.open(third));

        RecordingFinished finished = (RecordingFinished) next(conference.events);
        short[] sound = Wav.read(conference.recordings.resolve(finished.file()));
        assertThat(Tone.level(Wav.part(sound, 0.5, 1.5), 440)).isCloseTo(0, within(1.5));
        // From the end: when it was muted is known to no better than the machine is busy.
        double end = Wav.seconds(sound);
        assertThat(Tone.peak(Wav.part(sound, end - 1.5, end - 0.5), 440)).isLessThan(-40);
        assertThat(Tone.level(sound, 620)).isLessThan(-40);
        assertThat(Wav.seconds(sound)).isGreaterThan(4);
    }

    @Test
    void aRecordingGoesOnInTheSameFileWhenTheProcessIsStartedAgainAndTheTimeIsRight() {
        conference.plan(recorded(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third)));
        seconds(2);
        conference.restart();
        conference.plan(recorded(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third)));
        seconds(2);
        conference.plan(recordingNothing());

        RecordingFinished finished = (RecordingFinished) next(conference.events);
        short[] sound = Wav.read(conference.recordings.resolve(finished.file()));
        assertThat(Wav.seconds(sound)).isGreaterThan(4);
        assertThat(Tone.level(Wav.part(sound, 0.5, 1.5), 440)).isCloseTo(0, within(1.5));
        assertThat(Tone.level(Wav.part(sound, Wav.seconds(sound) - 1, Wav.seconds(sound)), 440))
                .isCloseTo(0, within(1.5));
        assertThat(conference.events).isEmpty();
    }

    @Test
    void theLastToLeaveEndsTheRecording() throws IOException {
        conference.plan(recorded(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third)));
        List.of(first, second, third).forEach(conference::leaves);

        assertThat(next(conference.events))
                .isInstanceOfSatisfying(
                        RecordingFinished.class,
                        it -> assertThat(it.recording()).isEqualTo(recording));
        try (var files = Files.walk(conference.recordings)) {
            assertThat(files.map(Path::toString)).noneMatch(it -> it.endsWith(".part"));
        }
    }

    @Test
    void whatAKilledProcessLeftOfARoomThatIsOverIsEndedToo() {
        conference.plan(recorded(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third)));
        seconds(1);
        conference.restart();

        await().atMost(30, SECONDS).untilAsserted(() -> {
            conference.media().endWhatWasLeft(Duration.ofMillis(200));
            assertThat(conference.events).isNotEmpty();
        });

        RecordingFinished finished = (RecordingFinished) next(conference.events);
        assertThat(finished.room()).isEqualTo(conference.room);
        assertThat(Tone.level(Wav.read(conference.recordings.resolve(finished.file())), 620))
                .isCloseTo(0, within(1.5));
    }

    private AudioPlan recorded(PlannedLeg... legs) {
        return new AudioPlan(
                conference.room, 0, Ambience.SILENCE, List.of(legs), Optional.empty(), Optional.of(recording));
    }

    private AudioPlan recordingNothing() {
        List<PlannedLeg> all = List.of(PlannedLeg.open(first), PlannedLeg.open(second), PlannedLeg.open(third));
        return new AudioPlan(conference.room, 0, Ambience.SILENCE, all);
    }

    private PlannedLeg recordedAlone(LegId leg, boolean heard) {
        return new PlannedLeg(leg, PlannedLeg.MAIN, heard, true, Optional.empty(), Optional.of(recording));
    }

    private Iterable<String> rtpengineParties() {
        return conference.parties();
    }

    /** At least as many as a telephone hears; packets that had come before, but were not read yet, are not counted. */
    private void seconds(int count) {
        conference.forget();
        await().atMost(30, SECONDS).until(() -> middle.received().size() >= 50 * count + UNREAD);
    }
}
