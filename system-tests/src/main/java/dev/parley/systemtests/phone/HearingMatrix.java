package dev.parley.systemtests.phone;

import static java.util.stream.Collectors.joining;

import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;

/** Who hears whom, and how loud: a row for each listener, a column for each speaker, in dB relative to what was said. */
public final class HearingMatrix {
    private static final Executor EACH_ON_ITS_OWN = task -> Thread.ofVirtual().start(task);

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Map<String, Levels> rows;
    private final Map<String, Tone> speakers;

    private HearingMatrix(Map<String, Levels> rows, Map<String, Tone> speakers) {
        this.rows = rows;
        this.speakers = speakers;
    }

    /** Lets all of them listen for so long at the same time. */
    public static HearingMatrix measure(Duration duration, List<? extends Listener> everybody) {
        Map<String, Tone> speakers = new LinkedHashMap<>();
        everybody.forEach(one -> speakers.put(one.name(), one.tone()));
        Map<String, CompletableFuture<Levels>> listening = new LinkedHashMap<>();
        everybody.forEach(one -> listening.put(
                one.name(),
                CompletableFuture.supplyAsync(() -> one.hears(speakers.values(), duration), EACH_ON_ITS_OWN)));
        Map<String, Levels> rows = new LinkedHashMap<>();
        listening.forEach((name, levels) -> rows.put(name, levels.join()));
        return new HearingMatrix(rows, speakers);
    }

    public static HearingMatrix measure(Duration duration, Listener... everybody) {
        return measure(duration, List.of(everybody));
    }

    /**
     * Measures a second at a time until everybody hears whom it should, or the time is over: a prompt that is still being
     * spoken covers the tones.
     *
     * @param shouldHear tells of a listener and a speaker, by name, whether the one should hear the other
     */
    public static HearingMatrix settled(
            Duration limit, List<? extends Listener> everybody, BiPredicate<String, String> shouldHear) {
        long deadline = System.nanoTime() + limit.toNanos();
        HearingMatrix matrix = measure(WINDOW, everybody);
        while (!matrix.faults(shouldHear).isEmpty() && System.nanoTime() - deadline < 0) {
            matrix = measure(WINDOW, everybody);
        }
        return matrix;
    }

    /** How loud the listener hears the speaker. */
    public double level(String listener, String speaker) {
        Levels row = rows.get(listener);
        Tone tone = speakers.get(speaker);
        if (row == null || tone == null) {
            throw new IllegalArgumentException("Nobody listened to " + speaker + " as " + listener);
        }
        return row.of(tone);
    }

    /** What is wrong if everybody should hear everybody else, and nobody itself. Empty when all is right. */
    public List<String> faults() {
        return faults((listener, speaker) -> true);
    }

    /** What is wrong if only these pairs (listener, speaker) should hear each other. */
    public List<String> faults(BiPredicate<String, String> shouldHear) {
        List<String> faults = new ArrayList<>();
        for (String listener : rows.keySet()) {
            for (String speaker : speakers.keySet()) {
                boolean self = listener.equals(speaker);
                boolean wanted = !self && shouldHear.test(listener, speaker);
                double level = level(listener, speaker);
                if (wanted && level < Levels.HEARD) {
                    faults.add("%s does not hear %s (%.1f dB)".formatted(listener, speaker, level));
                } else if (!wanted && level > Levels.NOT_HEARD) {
                    faults.add("%s hears %s (%.1f dB)".formatted(listener, self ? "itself" : speaker, level));
                }
            }
        }
        return faults;
    }

    @Override
    public String toString() {
        String head = "%14s".formatted("hears:")
                + speakers.keySet().stream().map("%10s"::formatted).collect(joining());
        return head
                + rows.keySet().stream()
                        .map(listener -> "\n%14s".formatted(listener)
                                + speakers.keySet().stream()
                                        .map(speaker -> cell(listener, speaker))
                                        .collect(joining()))
                        .collect(joining());
    }

    private String cell(String listener, String speaker) {
        double level = level(listener, speaker);
        return level < Levels.NOT_HEARD ? "%10s".formatted("-") : "%10.1f".formatted(level);
    }
}
