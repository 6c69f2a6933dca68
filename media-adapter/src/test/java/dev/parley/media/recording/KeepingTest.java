package dev.parley.media.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaEvent.RecordingFinished;
import dev.parley.media.testing.Wav;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of recordings and names, by a clock that is set by hand. */
class KeepingTest {
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final RecordingId RECORDING = new RecordingId("5be0cd19");

    @TempDir
    Path disk;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Recorder recorder;

    @BeforeEach
    void openTheFolder() {
        recorder = new Recorder(new RecordingFolder(disk), InetAddress.getLoopbackAddress(), () -> now);
    }

    @Test
    void aRecordingOfNothingIsSilenceOfItsLength() {
        Recorder.Running running = recorder.start(ROOM, RECORDING).orElseThrow();
        now = now.plusSeconds(7);

        assertThat(running.finish()).isEqualTo(new RecordingFinished(ROOM, RECORDING, "demo/5be0cd19.wav", 7));
        assertThat(Wav.seconds(Wav.read(disk.resolve("demo/5be0cd19.wav")))).isEqualTo(7);
    }

    @Test
    void whatAProcessLeftIsGoneOnWithAndTheTimeBetweenIsSilence() throws IOException {
        recorder.start(ROOM, RECORDING).orElseThrow().suspend();
        Path part = onlyFile();
        try (WavFile file = WavFile.open(part)) {
            file.put(0, Samples.of(new short[2 * Samples.RATE]));
        }
        Files.setLastModifiedTime(part, FileTime.from(now.plusSeconds(2)));
        now = now.plusSeconds(5);

        Recorder.Running running = recorder.start(ROOM, RECORDING).orElseThrow();
        now = now.plusSeconds(4);

        assertThat(running.finish().seconds()).isEqualTo(9);
    }

    @Test
    void aSecondPartOfTheSameRecordingHasANumber() {
        recorder.start(ROOM, RECORDING).orElseThrow().finish();

        assertThat(recorder.start(ROOM, RECORDING).orElseThrow().finish().file())
                .isEqualTo("demo/5be0cd19-2.wav");
    }

    @Test
    void whatNobodyGoesOnWithIsEndedAfterAWhile() throws IOException {
        recorder.start(new RoomId("demo:local-801"), RECORDING).orElseThrow().suspend();
        Files.setLastModifiedTime(onlyFile(), FileTime.from(now));

        now = now.plusSeconds(59);
        assertThat(recorder.finishThoseLeft(Duration.ofMinutes(1))).isEmpty();
        now = now.plusSeconds(2);
        assertThat(recorder.finishThoseLeft(Duration.ofMinutes(1)))
                .containsExactly(
                        new RecordingFinished(new RoomId("demo:local-801"), RECORDING, "demo/5be0cd19.wav", 0));
        assertThat(recorder.finishThoseLeft(Duration.ZERO)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", ".hidden", "a@b"})
    void noNameLeadsOutOfTheFolder(String name) {
        assertThat(recorder.start(ROOM, new RecordingId(name))).isEmpty();
        assertThat(recorder.start(new RoomId(name + ":1"), RECORDING)).isEmpty();
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void nobodyElseMayReadARecording() throws IOException {
        recorder.start(ROOM, RECORDING).orElseThrow().finish();

        assertThat(Files.getPosixFilePermissions(disk.resolve("demo")).toString())
                .doesNotContain("OTHERS");
    }

    @Test
    void namesAreKeptForTheRoomAloneAndGoWithIt() {
        var names = new NameFolder(disk, "/seen");
        names.put(ROOM, "../name", Samples.of(new short[Samples.RATE]));

        String seen = names.file(ROOM, "../name").orElseThrow();
        assertThat(seen).matches("/seen/[0-9a-f-]{36}/[0-9a-f-]{36}\\.wav");
        assertThat(Wav.seconds(Wav.read(disk.resolve(seen.substring("/seen/".length())))))
                .isEqualTo(1);
        assertThat(names.file(new RoomId("acme:910"), "../name")).isEmpty();

        names.forget(ROOM);

        assertThat(names.file(ROOM, "../name")).isEmpty();
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void namesThatAKilledProcessLeftAreForgotten() {
        var names = new NameFolder(disk, "/seen");
        names.put(ROOM, "name-1", Samples.of((short) 1));
        names.put(new RoomId("demo:911"), "name-1", Samples.of((short) 1));

        names.forgetAllBut(List.of(ROOM), Instant.MAX);

        assertThat(names.file(ROOM, "name-1")).isPresent();
        assertThat(names.file(new RoomId("demo:911"), "name-1")).isEmpty();
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.walk(disk)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }
}
