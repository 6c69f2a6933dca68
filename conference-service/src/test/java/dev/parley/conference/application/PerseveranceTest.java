package dev.parley.conference.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.application.Deliveries.Perseverance;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerseveranceTest {
    private final Perseverance perseverance =
            new Perseverance(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofHours(24));

    @Test
    void eachPauseIsTwiceTheOneBeforeUntilTheLongest() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(perseverance::pause))
                .containsExactly(
                        Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(perseverance.pause(11)).isEqualTo(Duration.ofHours(1));
        assertThat(perseverance.pause(10_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void itIsOverAfterADay() {
        Instant since = Instant.parse("2026-11-21T08:00:00Z");

        assertThat(perseverance.isOver(since, since.plus(Duration.ofHours(23)))).isFalse();
        assertThat(perseverance.isOver(since, since.plus(Duration.ofHours(24)))).isTrue();
    }
}
