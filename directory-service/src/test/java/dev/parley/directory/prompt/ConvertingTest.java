package dev.parley.directory.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.directory.prompt.WavFile.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertingTest {
    private static final double AMPLITUDE = 0.5;

    @ParameterizedTest
    @ValueSource(ints = {4000, 8000, 11025, 16000, 22050, 32000, 44100, 48000, 88200, 96000, 192000})
    void pitchAndLevelSurviveAnyRate(int rate) {
        Sound converted = Resampling.to(WavFile.RATE, tone(1000, rate));

        assertThat(converted.samples()).hasSize(WavFile.RATE);
        assertThat(pitch(converted)).isCloseTo(1000, within(0.5));
        assertThat(level(converted, 1000)).isCloseTo(0, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"44100, 9000", "48000, 10000", "48000, 15000", "48000, 17000", "96000, 31000", "192000, 33000"})
    void whatIsTooHighIsTakenAwayAndDoesNotFoldBack(int rate, int hertz) {
        Sound converted = Resampling.to(WavFile.RATE, tone(hertz, rate));

        assertThat(loudest(converted)).isLessThan(-70);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 3400, 5000, 7000})
    void whatSpeechNeedsStays(int hertz) {
        assertThat(level(Resampling.to(WavFile.RATE, tone(hertz, 48000)), hertz))
                .isCloseTo(0, within(0.2));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "16, 1", "16, 2", "24, 1", "24, 2", "32, 1", "32, 2"})
    void everyDepthIsRead(int bits, int channels) throws IOException {
        Reading reading = WavFile.read(wav(tone(1000, 44100), bits, channels, false));

        assertThat(reading).isInstanceOfSatisfying(Reading.Read.class, read -> {
            assertThat(read.sound().rate()).isEqualTo(44100);
            assertThat(level(read.sound(), 1000)).isCloseTo(0, within(0.1));
        });
    }

    @Test
    void floatSamplesAreRead() throws IOException {
        assertThat(WavFile.read(wav(tone(1000, 48000), 32, 1, true)))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(level(read.sound(), 1000)).isCloseTo(0, within(0.1)));
    }

    @Test
    void whatIsWrittenReadsTheSame() {
        Sound sound = tone(440, WavFile.RATE);

        assertThat(WavFile.read(WavFile.write(sound)))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.sound().samples())
                                .usingComparatorWithPrecision(1e-4f)
                                .containsExactly(sound.samples()));
    }

    @Test
    void whatIsTooLongOrEmptyIsRefused() {
        assertThat(code(WavFile.write(new Sound(new float[30 * 8000], 8000)))).isEmpty();
        assertThat(code(WavFile.write(new Sound(new float[30 * 8000 + 1], 8000))))
                .isEqualTo("too_long");
        assertThat(code(WavFile.write(new Sound(new float[0], 8000)))).isEqualTo("empty");
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThat(code(new byte[0])).isEqualTo("not_wav");
        assertThat(code("ID3 some music".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("not_wav");
        assertThat(code(WavFile.write(new Sound(new float[10], 1000)))).isEqualTo("unsupported_format");
        assertThat(code(wav(tone(1000, 8000), 16, 3, false))).isEqualTo("unsupported_format");
        assertThat(code(file(AudioFileFormat.Type.AU, tone(1000, 8000), 16, 1, false)))
                .isEqualTo("not_wav");
    }

    /** Whatever bytes are damaged, it is either sound or a refusal. */
    @RepeatedTest(300)
    void noDamagedFileDoesHarm(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        byte[] file = WavFile.write(new Sound(new float[200], 8000));
        for (int damage = random.nextInt(1, 6); damage > 0; damage--) {
            file[random.nextInt(44)] = (byte) random.nextInt();
        }

        assertThat(WavFile.read(Arrays.copyOf(file, random.nextInt(file.length + 1))))
                .isNotNull();
    }

    private static String code(byte[] file) {
        return switch (WavFile.read(file)) {
            case Reading.Read _ -> "";
            case Reading.Unfit(var violation) -> violation.code();
        };
    }

    /** One second. */
    private static Sound tone(int hertz, int rate) {
        float[] samples = new float[rate];
        for (int at = 0; at < rate; at++) {
            samples[at] = (float) (AMPLITUDE * Math.sin(2 * Math.PI * hertz * at / rate));
        }
        return new Sound(samples, rate);
    }

    /** From the first zero crossing upwards to the last: how many periods in what time. */
    private static double pitch(Sound sound) {
        float[] samples = sound.samples();
        double first = -1;
        double last = -1;
        int periods = -1;
        for (int at = samples.length / 10; at < samples.length * 9 / 10; at++) {
            if (samples[at] < 0 && samples[at + 1] >= 0) {
                last = at + samples[at] / (samples[at] - samples[at + 1]);
                first = first < 0 ? last : first;
                periods++;
            }
        }
        return periods * sound.rate() / (last - first);
    }

    /** In dB, 0 being the tone as it was made; the ends, where the sound sets in, are left out. */
    private static double level(Sound sound, int hertz) {
        double real = 0;
        double imaginary = 0;
        int from = sound.rate() / 10;
        int to = sound.rate() * 9 / 10;
        for (int at = from; at < to; at++) {
            double angle = 2 * Math.PI * hertz * at / sound.rate();
            real += sound.samples()[at] * Math.cos(angle);
            imaginary += sound.samples()[at] * Math.sin(angle);
        }
        return 20 * Math.log10(2 * Math.hypot(real, imaginary) / (to - from) / AMPLITUDE);
    }

    private static double loudest(Sound sound) {
        double peak = 1e-9;
        for (int at = sound.rate() / 10; at < sound.rate() * 9 / 10; at++) {
            peak = Math.max(peak, Math.abs(sound.samples()[at]));
        }
        return 20 * Math.log10(peak / AMPLITUDE);
    }

    private static byte[] wav(Sound sound, int bits, int channels, boolean real) throws IOException {
        return file(AudioFileFormat.Type.WAVE, sound, bits, channels, real);
    }

    private static byte[] file(AudioFileFormat.Type type, Sound sound, int bits, int channels, boolean real)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (float sample : sound.samples()) {
            long value = real
                    ? Float.floatToIntBits(sample)
                    : Math.round(sample * (Math.pow(2, bits - 1.0) - 1)) + (bits == 8 ? 128 : 0);
            for (int channel = 0; channel < channels; channel++) {
                for (int shift = 0; shift < bits; shift += 8) {
                    bytes.write((int) (value >> shift));
                }
            }
        }
        AudioFormat.Encoding encoding = real
                ? AudioFormat.Encoding.PCM_FLOAT
                : bits == 8 ? AudioFormat.Encoding.PCM_UNSIGNED : AudioFormat.Encoding.PCM_SIGNED;
        var format = new AudioFormat(encoding, sound.rate(), bits, channels, channels * bits / 8, sound.rate(), false);
        var out = new ByteArrayOutputStream();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(bytes.toByteArray()), format, sound.samples().length),
                type,
                out);
        return out.toByteArray();
    }
}
