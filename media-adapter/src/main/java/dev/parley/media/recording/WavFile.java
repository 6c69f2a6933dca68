package dev.parley.media.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/**
 * A WAV file that grows. What is never put is silence (a hole in the file). The header is right about once a second, so
 * that what a killed process leaves behind can be played, and gone on with.
 */
final class WavFile implements Tape {
    private static final Logger LOG = Logger.getLogger(WavFile.class);
    static final int HEADER = 44;
    /** What the header can say: 37 hours. What comes after is not kept. */
    private static final long MOST_SAMPLES = (0xffff_ffffL - HEADER) / 2;

    private final Path path;
    private final FileChannel channel;
    private long length;
    private long told;

    private WavFile(Path path, FileChannel channel, long length) {
        this.path = path;
        this.channel = channel;
        this.length = length;
    }

    /** Opens a file, as it was left or new. */
    static WavFile open(Path path) {
        try {
            var channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var file = new WavFile(path, channel, Math.max(0, channel.size() - HEADER) / 2);
            file.writeHeader();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole file at once. */
    static void write(Path path, Samples samples) {
        try (WavFile file = open(path)) {
            file.put(0, samples);
        }
    }

    /** In samples. */
    synchronized long length() {
        return length;
    }

    @Override
    public synchronized void put(long position, Samples samples) {
        if (position + samples.length() > MOST_SAMPLES) {
            return;
        }
        try {
            write(HEADER + 2 * position, samples.littleEndian());
            length = Math.max(length, position + samples.length());
            if (length - told >= Samples.RATE) {
                writeHeader();
            }
        } catch (IOException e) {
            // A full disk ends no call; it shows in the log and as silence, should there be room again.
            LOG.errorf("not recorded file=%s error=%s", path.getFileName(), e.getMessage());
        }
    }

    /** Silence up to here, if the file is shorter. */
    synchronized void extendTo(long samples) {
        if (samples > length && samples <= MOST_SAMPLES) {
            try {
                write(HEADER + 2 * samples - 2, ByteBuffer.allocate(2));
                length = samples;
            } catch (IOException e) {
                LOG.errorf("not recorded file=%s error=%s", path.getFileName(), e.getMessage());
            }
        }
    }

    @Override
    public synchronized void tick(long now) {
        extendTo(now);
        try {
            writeHeader();
        } catch (IOException e) {
            LOG.errorf("not recorded file=%s error=%s", path.getFileName(), e.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        try (channel) {
            writeHeader();
            channel.force(true);
        } catch (IOException e) {
            LOG.errorf("recording not closed file=%s error=%s", path.getFileName(), e.getMessage());
        }
    }

    private void writeHeader() throws IOException {
        int size = (int) (2 * length);
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF"))
                .putInt(HEADER - 8 + size)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(Samples.RATE).putInt(2 * Samples.RATE);
        header.putShort((short) 2).putShort((short) 16);
        header.put(ascii("data")).putInt(size).flip();
        write(0, header);
        told = length;
    }

    private void write(long at, ByteBuffer bytes) throws IOException {
        long next = at;
        while (bytes.hasRemaining()) {
            next += channel.write(bytes, next);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
