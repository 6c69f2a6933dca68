package dev.parley.systemtests.rtp;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * What came in a stretch of time.
 *
 * @param from when listening began, {@code to} when it ended, in {@link System#nanoTime()}
 */
public record Sound(List<Frame> frames, long from, long to) {
    private static final int LONGEST_FILL = 2 * AudioSource.RATE;
    private static final int WINDOW = AudioSource.RATE / 10;
    private static final double FADED = -20;

    public Sound {
        frames = List.copyOf(frames);
    }

    public int packets() {
        return frames.size();
    }

    public double packetsPerSecond() {
        return packets() / seconds(to - from);
    }

    /** More than one means that two streams fight for one ear. */
    public long streams() {
        return frames.stream().map(Frame::ssrc).distinct().count();
    }

    /** The longest time without a packet, also before the first and after the last. */
    public Duration largestGap() {
        long largest = 0;
        long last = from;
        for (Frame frame : frames) {
            largest = Math.max(largest, frame.arrival() - last);
            last = frame.arrival();
        }
        return Duration.ofNanos(Math.max(largest, to - last));
    }

    /** How much of a steady stream did not come. */
    public Duration missing() {
        long came =
                frames.stream().mapToLong(frame -> frame.payload().length).sum() * 1_000_000_000L / AudioSource.RATE;
        return Duration.ofNanos(Math.max(0, to - from - came));
    }

    /** The loudest sample, from 0 to 32767: what comes to a phone that hears nothing is near 0. */
    public int peak() {
        int peak = 0;
        for (Frame frame : frames) {
            for (short sample : frame.samples()) {
                peak = Math.max(peak, Math.abs(sample));
            }
        }
        return peak;
    }

    /** When the first packet came that is louder than that, in {@link System#nanoTime()}. */
    public OptionalLong firstLouderThan(int level) {
        return frames.stream()
                .filter(frame -> new Sound(List.of(frame), from, to).peak() > level)
                .mapToLong(Frame::arrival)
                .findFirst();
    }

    /** How loud each tone is; where several streams came, in the one where it is loudest. */
    public Levels levels(Collection<Tone> tones) {
        Levels levels = Levels.none();
        for (short[] samples : byStream()) {
            levels = levels.orLouder(Levels.of(samples, AudioSource.RATE, tones));
        }
        return levels;
    }

    public double level(Tone tone) {
        return levels(List.of(tone)).of(tone);
    }

    /** How loud the tone is where it is loudest, in steps of 50 ms: a short sound is not thinned out by what is around it. */
    public double loudest(Tone tone) {
        double loudest = Levels.FLOOR;
        for (short[] samples : byStream()) {
            loudest = Math.max(loudest, Levels.loudest(samples, AudioSource.RATE, tone));
        }
        return loudest;
    }

    /** All that came of the stream that came most, what was lost as silence; at {@link AudioSource#RATE}. */
    public short[] samples() {
        return byStream().stream()
                .max(Comparator.comparingInt(samples -> samples.length))
                .orElseGet(() -> new short[0]);
    }

    /** The longest stretch of what came in which the tone is not heard, in steps of 50 ms. */
    public Duration longestWithout(Tone tone) {
        int longest = 0;
        for (short[] samples : byStream()) {
            int current = 0;
            for (int at = 0; at + WINDOW <= samples.length; at += WINDOW / 2) {
                short[] window = new short[WINDOW];
                System.arraycopy(samples, at, window, 0, WINDOW);
                boolean faded =
                        Levels.of(window, AudioSource.RATE, List.of(tone)).of(tone) < FADED;
                current = faded ? current + 1 : 0;
                longest = Math.max(longest, current);
            }
        }
        return Duration.ofMillis(longest * 50L);
    }

    /** When the first packet came in which the tone is heard, in {@link System#nanoTime()}; none: it is not heard. */
    public OptionalLong firstWith(Tone tone) {
        return first(frame -> level(frame, tone) >= FADED);
    }

    /** When the tone ended: when the packet came from which on it is not heard any more; none: it is heard to the end. */
    public OptionalLong lastEndOf(Tone tone) {
        List<Frame> behind = new ArrayList<>();
        for (Frame frame : frames.reversed()) {
            if (level(frame, tone) >= FADED) {
                break;
            }
            behind.addFirst(frame);
        }
        return behind.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(behind.getFirst().arrival());
    }

    private OptionalLong first(Predicate<Frame> wanted) {
        return frames.stream().filter(wanted).mapToLong(Frame::arrival).findFirst();
    }

    private static double level(Frame frame, Tone tone) {
        return Levels.of(frame.samples(), AudioSource.RATE, List.of(tone)).of(tone);
    }

    // By RTP time, so that what was lost leaves a silence and what came late is in its place.
    private List<short[]> byStream() {
        Map<Integer, ShortBuffer> streams = new LinkedHashMap<>();
        Map<Integer, Long> expected = new LinkedHashMap<>();
        for (Frame frame : frames) {
            short[] samples = frame.samples();
            ShortBuffer stream = streams.computeIfAbsent(frame.ssrc(), ssrc -> ShortBuffer.allocate(4 * LONGEST_FILL));
            long ahead = frame.timestamp() - expected.getOrDefault(frame.ssrc(), frame.timestamp());
            int fill = ahead > 0 && ahead <= LONGEST_FILL ? (int) ahead : 0;
            if (stream.remaining() < fill + samples.length) {
                stream = ShortBuffer.allocate(2 * stream.capacity() + fill + samples.length)
                        .put(stream.flip());
                streams.put(frame.ssrc(), stream);
            }
            stream.position(stream.position() + fill).put(samples);
            expected.put(frame.ssrc(), frame.timestamp() + samples.length);
        }
        return streams.values().stream()
                .map(stream -> {
                    short[] samples = new short[stream.flip().remaining()];
                    stream.get(samples);
                    return samples;
                })
                .toList();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    @Override
    public String toString() {
        return "%d packets of %d stream(s), %.1f a second, largest gap %d ms, missing %d ms"
                .formatted(
                        packets(),
                        streams(),
                        packetsPerSecond(),
                        largestGap().toMillis(),
                        missing().toMillis());
    }
}
