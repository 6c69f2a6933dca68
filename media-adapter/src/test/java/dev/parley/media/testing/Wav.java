package dev.parley.media.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** A WAV file as any player reads it, every second sample of it: at the rate of {@link Tone}. */
public final class Wav {
    private Wav() {}

    public static short[] read(Path file) {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = stream.getFormat();
            if (format.getSampleRate() != 2 * Tone.RATE || format.getChannels() != 1 || format.isBigEndian()) {
                throw new AssertionError("Expected 16 kHz, mono, 16 bit in " + file + " but it is " + format);
            }
            byte[] bytes = stream.readAllBytes();
            short[] samples = new short[bytes.length / 4];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (bytes[4 * i] & 0xff | bytes[4 * i + 1] << 8);
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new AssertionError(e);
        }
    }

    /** From second to second, as far as there is something. */
    public static short[] part(short[] samples, double from, double to) {
        return Arrays.copyOfRange(
                samples, Math.min(samples.length, (int) (from * Tone.RATE)), Math.min(samples.length, (int)
                        (to * Tone.RATE)));
    }

    public static double seconds(short[] samples) {
        return (double) samples.length / Tone.RATE;
    }
}
