package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.Utterance;
import dev.parley.systemtests.phone.Call;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Recognises what is said to a telephone, also on a machine that stumbles. Nobody else may be heard meanwhile. */
final class Recognition {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int QUIET = 100;

    private final Path prompts;

    /** English prompts, as the running system has them. */
    Recognition(RunningSystem system) {
        prompts = system.home().resolve("prompts/en");
    }

    /** Fails unless each of them was said since that {@link System#nanoTime()}. */
    void assertSaid(Call listener, long since, String... ids) {
        assertThat(List.of(ids))
                .as("what %s was told", listener.name())
                .allSatisfy(id -> assertThat(share(listener, since, id)).as(id).isGreaterThanOrEqualTo(Utterance.SAID));
    }

    boolean isSaid(Call listener, long since, String id) {
        return share(listener, since, id) >= Utterance.SAID;
    }

    private double share(Call listener, long since, String id) {
        return Utterance.read(prompts.resolve(id + ".wav"))
                .share(listener.ear().since(since).samples());
    }

    void awaitSaid(Call listener, long since, String... ids) {
        await("%s is told %s".formatted(listener.name(), List.of(ids)))
                .atMost(PATIENCE)
                .pollInterval(MOMENT)
                .untilAsserted(() -> assertSaid(listener, since, ids));
    }

    void awaitQuiet(Call listener) {
        await("nothing is said to " + listener.name())
                .atMost(PATIENCE)
                .until(() -> listener.listens(MOMENT).peak() < QUIET);
    }
}
