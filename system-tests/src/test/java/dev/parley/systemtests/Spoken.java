package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Match;
import dev.parley.systemtests.audio.Wav;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.rtp.Sound;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Parley says, recognised by its sound in what a telephone hears. The others had better be silent meanwhile. */
final class Spoken {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    /** About −50 dB of full scale: nobody speaks, and nothing plays. */
    private static final int QUIET = 100;
    /** What is heard one after the other does not overlap; rounding may. */
    private static final int ROUNDING = AudioSource.RATE / 50;

    private static final int PACKETS_A_SECOND = 50;

    private final Path folder;
    private final Map<String, short[]> known = new HashMap<>();

    /** The prompts are those that the running system has. */
    Spoken(RunningSystem system) {
        folder = system.home().resolve("prompts");
    }

    /** Waits until all of this was said, in this order, one after the other, whole; ids as in {@code de/welcome}. */
    void awaitSaid(Call listener, long since, String... prompts) {
        await("%s is told %s".formatted(listener.name(), List.of(prompts)))
                .atMost(PATIENCE)
                .pollInterval(LOOK)
                .untilAsserted(() -> assertThat(missing(listener, since, prompts))
                        .as("what %s is not told", listener.name())
                        .isEmpty());
    }

    boolean isSaid(Call listener, long since, String... prompts) {
        return missing(listener, since, prompts).isEmpty();
    }

    /** Where this was heard, as often as it was. */
    List<Match> places(Call listener, long since, String prompt) {
        return Match.of(sound(prompt), listener.ear().since(since).samples());
    }

    private Optional<String> missing(Call listener, long since, String... prompts) {
        short[] heard = listener.ear().since(since).samples();
        int from = 0;
        for (String prompt : prompts) {
            int earliest = from - ROUNDING;
            Optional<Match> place = Match.of(sound(prompt), heard).stream()
                    .filter(match -> match.from() >= earliest)
                    .findFirst();
            if (place.isEmpty()) {
                return Optional.of(prompt);
            }
            from = place.get().to();
        }
        return Optional.empty();
    }

    private short[] sound(String prompt) {
        return known.computeIfAbsent(
                prompt.contains("/") ? prompt : "en/" + prompt,
                id -> Wav.read(folder.resolve(id + ".wav")).narrow().samples());
    }

    /** Waits until none of them has heard anything for a second. */
    void awaitQuiet(List<Call> listeners) {
        for (Call listener : listeners) {
            await("nothing is said to " + listener.name())
                    .atMost(PATIENCE)
                    .until(() -> isQuiet(listener.ear().since(System.nanoTime() - MOMENT.toNanos())));
        }
    }

    private static boolean isQuiet(Sound sound) {
        return sound.packets() > PACKETS_A_SECOND / 2 && sound.peak() < QUIET;
    }
}
