package dev.parley.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuringTest {
    private static final Tone SPOKEN = Tone.of(3);

    @Test
    void aToneIsHeardAtItsLevelAndNoOtherIs() {
        Levels levels = Levels.of(second(AudioSource.tone(SPOKEN)), AudioSource.RATE, Tone.ALL);

        assertThat(levels.of(SPOKEN)).isCloseTo(0, within(0.1));
        assertThat(others(levels, SPOKEN)).allMatch(level -> level < -80);
    }

    @ParameterizedTest
    @EnumSource(G711.class)
    void aCodecAddsNothingThatCouldBeTakenForAnotherTone(G711 codec) {
        for (Tone tone : Tone.ALL) {
            short[] heard = codec.decode(codec.encode(second(AudioSource.tone(tone))));
            Levels levels = Levels.of(heard, AudioSource.RATE, Tone.ALL);

            assertThat(levels.of(tone)).as("%s", tone).isCloseTo(0, within(0.3));
            assertThat(others(levels, tone)).as("beside %s", tone).allMatch(level -> level < Levels.NOT_HEARD - 5);
        }
    }

    @ParameterizedTest
    @EnumSource(G711.class)
    void everyCodeOfACodecIsItsOwnDecoding(G711 codec) {
        for (int code = 0; code < 256; code++) {
            byte[] octet = {(byte) code};
            short[] sample = codec.decode(octet);

            assertThat(codec.decode(codec.encode(sample))).as("code %d", code).isEqualTo(sample);
        }
    }

    @Test
    void tenSpeakersAtOnceAreAllHeard() {
        short[] mix = new short[AudioSource.RATE];
        List<Tone> ten = Tone.ALL.subList(0, 10);
        for (Tone tone : ten) {
            short[] one = second(AudioSource.tone(tone));
            for (int i = 0; i < mix.length; i++) {
                mix[i] += one[i];
            }
        }

        Levels levels = Levels.of(G711.PCMU.decode(G711.PCMU.encode(mix)), AudioSource.RATE, Tone.ALL);

        assertThat(ten).allSatisfy(tone -> assertThat(levels.of(tone)).isCloseTo(0, within(0.5)));
        assertThat(Tone.ALL.subList(10, 20)).allMatch(tone -> levels.of(tone) < Levels.NOT_HEARD);
    }

    @Test
    void halfTheAmplitudeIsSixDecibelsLess() {
        short[] samples = second(AudioSource.sines(Tone.AMPLITUDE / 2, SPOKEN.hertz()));

        assertThat(Levels.of(samples, AudioSource.RATE, List.of(SPOKEN)).of(SPOKEN))
                .isCloseTo(-6.02, within(0.05));
    }

    @Test
    void keysSoundAsTheirTwoTones() {
        short[] five = second(Keypad.tones('5'));
        List<Tone> tones = List.of(new Tone(697), new Tone(770), new Tone(1209), new Tone(1336), new Tone(1477));
        Levels levels = Levels.of(five, AudioSource.RATE, tones);

        assertThat(tones.stream().filter(tone -> levels.of(tone) > Levels.HEARD).map(Tone::hertz))
                .containsExactly(770, 1336);
    }

    @Test
    void aRecordingIsReadAsItWasWritten(@TempDir Path folder) {
        Wav spoken = Wav.tone(SPOKEN, 16_000, 1);
        Path file = folder.resolve("tone.wav");
        spoken.write(file);

        Wav read = Wav.read(file);

        assertThat(read.rate()).isEqualTo(16_000);
        assertThat(read.samples()).isEqualTo(spoken.samples());
        assertThat(Levels.of(read.samples(), read.rate(), Tone.ALL).of(SPOKEN)).isCloseTo(0, within(0.1));
    }

    private static short[] second(AudioSource source) {
        short[] samples = new short[AudioSource.RATE];
        for (int i = 0; i < samples.length; i += AudioSource.FRAME) {
            System.arraycopy(source.next(), 0, samples, i, AudioSource.FRAME);
        }
        return samples;
    }

    private static List<Double> others(Levels levels, Tone tone) {
        return Tone.ALL.stream()
                .filter(other -> !other.equals(tone))
                .map(levels::of)
                .toList();
    }

    @Test
    void aKnownSoundIsFoundWhereItIsAlsoSoftAndStuttering() {
        short[] known = noise(1, 16_000);
        short[] heard = new short[80_000];
        System.arraycopy(known, 0, heard, 3_000, known.length);
        for (int i = 0; i < known.length; i++) {
            int late = i < 5_000 ? 0 : 700;
            heard[40_000 + i + late] = (short) (known[i] / 3);
        }

        assertThat(Match.of(known, heard)).containsExactly(new Match(3_000, 19_000), new Match(40_000, 56_700));
    }

    @Test
    void whatOnlyBeginsAlikeIsNotTheSame() {
        short[] known = noise(1, 16_000);
        short[] heard = noise(2, 40_000);
        System.arraycopy(known, 0, heard, 3_000, 11_000);

        assertThat(Match.of(known, heard)).isEmpty();
        assertThat(Match.of(noise(3, 16_000), heard)).isEmpty();
    }

    @Test
    void halfTheRateIsTheSameSound() {
        Tone tone = Tone.of(3);
        Wav narrow = Wav.tone(tone, 2 * AudioSource.RATE, 1).narrow();

        assertThat(narrow.rate()).isEqualTo(AudioSource.RATE);
        assertThat(Levels.of(narrow.samples(), narrow.rate(), List.of(tone)).of(tone))
                .isBetween(-2.0, 0.5);
    }

    private static short[] noise(long seed, int length) {
        Random random = new Random(seed);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (random.nextGaussian() * 3_000);
        }
        return samples;
    }
}
