package dev.parley.systemtests.audio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Mono sound of 16 bits from or for a WAV file. */
@SuppressWarnings("ArrayRecordComponent") // Recordings are never compared, and a list of boxed samples is no sound.
public record Wav(int rate, short[] samples) {
    private static final int HEADER = 44;

    /** A tone for so long, at any rate: what a phone of another maker is given to say. */
    public static Wav tone(Tone tone, int rate, int seconds) {
        short[] samples = new short[rate * seconds];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(Tone.AMPLITUDE * Math.sin(2 * Math.PI * tone.hertz() * i / rate));
        }
        return new Wav(rate, samples);
    }

    /** Reads a file, also one that is still being written: sound goes on to the end of the file, whatever its header says. */
    public static Wav read(Path file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int rate = AudioSource.RATE;
            int channels = 1;
            int at = 12;
            while (at + 8 <= bytes.limit()) {
                byte[] name = new byte[4];
                bytes.get(at, name);
                int length = bytes.getInt(at + 4);
                switch (new String(name, StandardCharsets.US_ASCII)) {
                    case "fmt " -> {
                        channels = bytes.getShort(at + 10);
                        rate = bytes.getInt(at + 12);
                    }
                    case "data" -> {
                        return new Wav(rate, firstChannel(bytes, at + 8, channels));
                    }
                    default -> {}
                }
                at += 8 + length;
            }
            return new Wav(rate, new short[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static short[] firstChannel(ByteBuffer bytes, int from, int channels) {
        short[] samples = new short[(bytes.limit() - from) / 2 / channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(from + 2 * i * channels);
        }
        return samples;
    }

    public void write(Path file) {
        write(file, 1);
    }

    /** Writes the same sound to so many channels. */
    public void write(Path file, int channels) {
        int size = samples.length * 2 * channels;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVEfmt "));
        bytes.putInt(16).putShort((short) 1).putShort((short) channels);
        bytes.putInt(rate)
                .putInt(rate * 2 * channels)
                .putShort((short) (2 * channels))
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(size);
        for (short sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                bytes.putShort(sample);
            }
        }
        try {
            Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last so many seconds. */
    public Wav last(double seconds) {
        int length = Math.min(samples.length, (int) (seconds * rate));
        return new Wav(rate, Arrays.copyOfRange(samples, samples.length - length, samples.length));
    }

    /** The same at half the rate, as often as it takes to come down to {@link AudioSource#RATE}. */
    public Wav narrow() {
        if (rate <= AudioSource.RATE) {
            return this;
        }
        short[] half = new short[samples.length / 2];
        for (int i = 0; i < half.length; i++) {
            // A triangle keeps most of what is above the new band out of it.
            int before = i == 0 ? 0 : samples[2 * i - 1];
            half[i] = (short) ((before + 2 * samples[2 * i] + samples[2 * i + 1]) / 4);
        }
        return new Wav(rate / 2, half).narrow();
    }

    public double seconds() {
        return (double) samples.length / rate;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
