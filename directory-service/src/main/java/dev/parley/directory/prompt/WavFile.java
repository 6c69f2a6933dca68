package dev.parley.directory.prompt;

import dev.parley.directory.rule.Violation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** WAV files (RIFF): those that people send, read; those that telephones are played, written. */
final class WavFile {
    /** What a prompt is played from: twice what the narrowest telephone hears, and what G.722 carries. */
    static final int RATE = 16_000;

    static final int LONGEST_SECONDS = 30;

    private static final int HEADER = 44;
    private static final int LEAST_RATE = 4_000;
    private static final int GREATEST_RATE = 192_000;
    private static final int MOST_CHANNELS = 2;
    private static final Set<Integer> INTEGER_BITS = Set.of(8, 16, 24, 32);
    private static final Set<Integer> FLOAT_BITS = Set.of(32, 64);

    private WavFile() {}

    /** What came of reading a file. */
    sealed interface Reading {
        record Read(Sound sound) implements Reading {}

        record Unfit(Violation violation) implements Reading {}
    }

    /** Reads what somebody sent; several channels become one. */
    static Reading read(byte[] file) {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            if (!AudioSystem.getAudioFileFormat(new ByteArrayInputStream(file))
                    .getType()
                    .equals(AudioFileFormat.Type.WAVE)) {
                return unfit("not_wav", "Expected a WAV file (RIFF), but it is another kind of sound file");
            }
            AudioFormat format = in.getFormat();
            String complaint = complaint(format);
            if (!complaint.isEmpty()) {
                return unfit("unsupported_format", complaint);
            }
            return sound(format, in.readNBytes(mostBytes(format) + format.getFrameSize()));
        } catch (UnsupportedAudioFileException | IOException | RuntimeException e) {
            // The readers of the platform throw whatever they stumble over.
            return unfit(
                    "not_wav", "Expected a WAV file (RIFF) with PCM or float samples, but it cannot be read as one");
        }
    }

    private static String complaint(AudioFormat format) {
        boolean whole = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED)
                || format.getEncoding().equals(AudioFormat.Encoding.PCM_UNSIGNED);
        boolean real = format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT);
        if (!whole && !real) {
            return "Expected PCM or float samples, but they are " + format.getEncoding();
        }
        if (!(real ? FLOAT_BITS : INTEGER_BITS).contains(format.getSampleSizeInBits())) {
            return "Expected samples of 8, 16, 24 or 32 bits, or float ones of 32 or 64, but they have "
                    + format.getSampleSizeInBits();
        }
        if (format.getChannels() < 1 || format.getChannels() > MOST_CHANNELS) {
            return "Expected one channel or two, but there are " + format.getChannels();
        }
        if (!(format.getSampleRate() >= LEAST_RATE && format.getSampleRate() <= GREATEST_RATE)) {
            return "Expected " + LEAST_RATE + " to " + GREATEST_RATE + " samples a second, but there are "
                    + format.getSampleRate();
        }
        return "";
    }

    private static int mostBytes(AudioFormat format) {
        return Math.round(format.getSampleRate()) * LONGEST_SECONDS * format.getFrameSize();
    }

    private static Reading sound(AudioFormat format, byte[] bytes) {
        int frames = bytes.length / format.getFrameSize();
        if (frames == 0) {
            return unfit("empty", "Expected some sound, but there is none");
        }
        if (bytes.length > mostBytes(format)) {
            return unfit("too_long", "Expected at most " + LONGEST_SECONDS + " seconds of sound");
        }
        ByteBuffer samples =
                ByteBuffer.wrap(bytes).order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int bits = format.getSampleSizeInBits();
        float[] mono = new float[frames];
        for (int frame = 0; frame < frames; frame++) {
            double sum = 0;
            for (int channel = 0; channel < format.getChannels(); channel++) {
                sum += sample(samples, bits, format.getEncoding());
            }
            mono[frame] = (float) Math.clamp(sum / format.getChannels(), -1, 1);
        }
        return new Reading.Read(new Sound(mono, Math.round(format.getSampleRate())));
    }

    private static double sample(ByteBuffer samples, int bits, AudioFormat.Encoding encoding) {
        if (encoding.equals(AudioFormat.Encoding.PCM_FLOAT)) {
            double value = bits == 32 ? samples.getFloat() : samples.getDouble();
            return Double.isFinite(value) ? value : 0;
        }
        if (encoding.equals(AudioFormat.Encoding.PCM_UNSIGNED)) {
            return ((samples.get() & 0xff) - 128) / 128.0;
        }
        return switch (bits) {
            case 8 -> samples.get() / 128.0;
            case 16 -> samples.getShort() / 32_768.0;
            case 24 -> ((samples.get() & 0xff) | (samples.get() & 0xff) << 8 | samples.get() << 16) / 8_388_608.0;
            default -> samples.getInt() / 2_147_483_648.0;
        };
    }

    /** 16 bits, one channel. */
    static byte[] write(Sound sound) {
        int size = 2 * sound.samples().length;
        ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        file.putInt(sound.rate()).putInt(2 * sound.rate()).putShort((short) 2).putShort((short) 16);
        file.put(ascii("data")).putInt(size);
        for (float sample : sound.samples()) {
            file.putShort((short) Math.clamp(Math.round(sample * 32_767), Short.MIN_VALUE, Short.MAX_VALUE));
        }
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Reading unfit(String code, String detail) {
        return new Reading.Unfit(new Violation("", code, detail));
    }
}
