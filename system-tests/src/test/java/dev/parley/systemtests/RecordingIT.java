package dev.parley.systemtests;

import static dev.parley.systemtests.Entrance.MODERATOR_PIN;
import static dev.parley.systemtests.Entrance.PIN;
import static dev.parley.systemtests.Entrance.PINS;
import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceLocked;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.RecordingEvent;
import dev.parley.contracts.conference.RecordingEvent.RecordingStarted;
import dev.parley.contracts.conference.RecordingEvent.RecordingStopped;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.contracts.media.MediaEvent.RecordingFinished;
import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Keypad;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.audio.Wav;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Call.Keys;
import dev.parley.systemtests.world.TopicTail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R5, R7: recording the conference, and those who were called in from outside")
class RecordingIT {
    private static final String OUTSIDER = "+4930123456";
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final double KEY_NOT_HEARD = -50;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Entrance entrance;
    private Spoken spoken;
    private TopicTail<MediaEvent> media;
    private TopicTail<ConferenceEvent> story;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        entrance = new Entrance(system);
        spoken = new Spoken(system);
        media = TopicTail.of(system.world(), Topics.MEDIA_EVENTS, MediaEvent.class);
        story = TopicTail.of(system.world(), Topics.CONFERENCE_EVENTS, ConferenceEvent.class);
    }

    @AfterEach
    void part() {
        system.close();
        rooms.close();
        media.close();
        story.close();
    }

    private static void speak(List<Call> calls) {
        calls.forEach(call -> call.says(AudioSource.tone(call.tone())));
    }

    private static void fallSilent(List<Call> calls) {
        calls.forEach(call -> call.says(AudioSource.silence()));
    }

    @Test
    @DisplayName("R5: *95 records what is heard, all are told, nothing of who is muted and no key is in it")
    void aModeratorRecordsTheConference() throws Exception {
        String room = rooms.room("951", PINS);
        Call moderator = entrance.comesIn("801", room, MODERATOR_PIN);
        Call participant = entrance.comesIn("802", room, PIN);
        Call muted = entrance.comesIn("803", room, PIN);
        List<Call> all = List.of(moderator, participant, muted);
        spoken.awaitQuiet(all);
        long before = System.nanoTime();
        muted.presses("*1");
        spoken.awaitSaid(muted, before, "muted");

        moderator.presses("*95");
        all.forEach(one -> spoken.awaitSaid(one, before, "recording-started"));
        speak(all);
        assertHearing(all, (listener, speaker) -> !speaker.equals(muted.name()));
        fallSilent(all);
        spoken.awaitQuiet(all);
        Instant keys = Instant.now();
        participant.presses("5").presses("5", Keys.INFO);
        Pause.of(Duration.ofSeconds(1));
        long ending = System.nanoTime();
        moderator.presses("*95");
        all.forEach(one -> spoken.awaitSaid(one, ending, "recording-stopped"));

        RecordingStarted started =
                story.await(RecordingStarted.class, _ -> true, SOON).orElseThrow();
        Wav recording = fetch(started.recording());
        Instant began = written(RecordingStarted.class, started.recording());
        Duration span = Duration.between(began, written(RecordingStopped.class, started.recording()));
        assertThat(recording.seconds()).isCloseTo(span.toMillis() / 1e3, within(1.0));
        short[] loudest = loudestSecond(recording, moderator.tone());
        Levels levels = Levels.of(
                loudest, recording.rate(), all.stream().map(Call::tone).toList());
        assertThat(levels.of(moderator.tone())).as("%s", levels).isGreaterThan(Levels.HEARD);
        assertThat(levels.of(participant.tone())).as("%s", levels).isGreaterThan(Levels.HEARD);
        assertThat(levels.of(muted.tone())).as("%s", levels).isLessThan(Levels.NOT_HEARD);
        short[] whileKeying = from(recording, Duration.between(began, keys));
        for (Tone tone : Keypad.pair('5')) {
            assertThat(Levels.loudest(whileKeying, recording.rate(), tone))
                    .as("%s of a key in the recording", tone)
                    .isLessThan(KEY_NOT_HEARD);
        }
    }

    @Test
    @DisplayName("R5: who is no moderator records nothing")
    void aParticipantRecordsNothing() {
        String room = rooms.room("952", PINS);
        Call moderator = entrance.comesIn("801", room, MODERATOR_PIN);
        Call participant = entrance.comesIn("802", room, PIN);
        long before = System.nanoTime();

        participant.presses("*95");
        spoken.awaitSaid(participant, before, "not-allowed");
        moderator.presses("*94");

        assertThat(story.await(ConferenceLocked.class, _ -> true, SOON)).isPresent();
        assertThat(story.all(RecordingStarted.class)).isEmpty();
    }

    @Test
    @DisplayName("R7: with record_enabled an outside number that was called in is recorded, alone")
    void anInvitedOutsiderIsRecorded() throws Exception {
        String room = rooms.room("953", "\"record_enabled\": true");
        var carrier = system.phones().carrier("pstn", OUTSIDER);
        Call host = entrance.comesIn("801", room);
        Call guest = entrance.comesIn("802", room);
        host.presses("*8" + OUTSIDER.replace("+", "00") + "#");
        long before = System.nanoTime();
        Call outsider = carrier.awaitCall(A_WHILE).answers();
        outsider.says(AudioSource.silence());
        spoken.awaitSaid(outsider, before, "welcome", "recording-started");
        List<Call> all = List.of(host, guest, outsider);

        speak(all);
        assertAllHearEachOther(all);
        outsider.hangsUp();

        RecordingStarted started =
                story.await(RecordingStarted.class, _ -> true, SOON).orElseThrow();
        ParticipantJoined joined = story.await(
                        ParticipantJoined.class, one -> one.invitation().isPresent(), SOON)
                .orElseThrow();
        assertThat(started.participant()).contains(joined.participant());
        assertThat(story.all(RecordingStarted.class)).hasSize(1);
        Wav recording = fetch(started.recording());
        Instant began = written(RecordingStarted.class, started.recording());
        Duration span = Duration.between(began, written(RecordingStopped.class, started.recording()));
        assertThat(recording.seconds()).isCloseTo(span.toMillis() / 1e3, within(1.0));
        Levels levels = Levels.of(
                loudestSecond(recording, outsider.tone()),
                recording.rate(),
                all.stream().map(Call::tone).toList());
        assertThat(levels.of(outsider.tone())).as("%s", levels).isGreaterThan(Levels.HEARD);
        assertThat(levels.of(host.tone())).as("%s", levels).isLessThan(Levels.NOT_HEARD);
        assertThat(levels.of(guest.tone())).as("%s", levels).isLessThan(Levels.NOT_HEARD);
    }

    /** The file, once it is whole, and as a player sees it. */
    private Wav fetch(RecordingId recording) throws Exception {
        RecordingFinished finished = media.await(
                        RecordingFinished.class, one -> one.recording().equals(recording), SOON)
                .orElseThrow();
        Path file = system.home().resolve(".parley/recordings").resolve(finished.file());
        Wav wav = Wav.read(file);
        try (AudioInputStream played = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(played.getFrameLength()).isEqualTo(wav.samples().length);
            assertThat(played.getFormat().getFrameRate()).isEqualTo(wav.rate());
        }
        return wav;
    }

    private Instant written(Class<? extends RecordingEvent> kind, RecordingId recording) {
        return story.noted().stream()
                .filter(noted -> kind.isInstance(noted.message())
                        && kind.cast(noted.message()).recording().equals(recording))
                .findFirst()
                .orElseThrow()
                .written();
    }

    private static short[] from(Wav wav, Duration position) {
        int from = Math.toIntExact(position.toMillis() * wav.rate() / 1000);
        assertThat(from).as("where the keys are").isBetween(0, wav.samples().length);
        return Arrays.copyOfRange(wav.samples(), from, wav.samples().length);
    }

    private static short[] loudestSecond(Wav wav, Tone tone) {
        short[] loudest = new short[0];
        double level = Levels.FLOOR;
        for (int at = 0; at + wav.rate() <= wav.samples().length; at += wav.rate() / 4) {
            short[] second = Arrays.copyOfRange(wav.samples(), at, at + wav.rate());
            double here = Levels.of(second, wav.rate(), List.of(tone)).of(tone);
            if (here > level) {
                level = here;
                loudest = second;
            }
        }
        return loudest;
    }
}
