package dev.parley.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScalingTest {
    private static final Autoscaler.Settings SETTINGS = new Autoscaler.Settings(0.6, 0.1, 1, 4, Duration.ofMinutes(5));

    @Test
    void theFormulaIsTheRatioRoundedUp() {
        assertThat(SETTINGS.recommended(1, 0.9)).isEqualTo(2);
        assertThat(SETTINGS.recommended(2, 0.9)).isEqualTo(3);
        assertThat(SETTINGS.recommended(3, 0.19)).isEqualTo(1);
        assertThat(SETTINGS.recommended(2, 0.31)).isEqualTo(2);
    }

    @Test
    void whatIsNearEnoughChangesNothing() {
        assertThat(SETTINGS.recommended(1, 0.65)).isEqualTo(1);
        assertThat(SETTINGS.recommended(1, 0.67)).isEqualTo(2);
        assertThat(SETTINGS.recommended(3, 0.55)).isEqualTo(3);
    }

    @Test
    void thereAreNeitherMoreNorFewerThanAllowed() {
        assertThat(SETTINGS.recommended(4, 5)).isEqualTo(4);
        assertThat(SETTINGS.recommended(2, 0)).isEqualTo(1);
    }

    @Test
    void itGrowsAtOnce() {
        Autoscaler autoscaler = new Autoscaler(SETTINGS);

        assertThat(autoscaler.look(at(0), 0.3)).isEqualTo(1);
        assertThat(autoscaler.look(at(15), 1.0)).isEqualTo(2);
        assertThat(autoscaler.look(at(30), 2.0)).isEqualTo(4);
    }

    @Test
    void itShrinksOnlyWhenFewerWereEnoughForFiveMinutes() {
        Autoscaler autoscaler = new Autoscaler(SETTINGS);
        autoscaler.look(at(0), 1.0);
        assertThat(autoscaler.replicas()).isEqualTo(2);

        for (int second = 15; second <= 300; second += 15) {
            assertThat(autoscaler.look(at(second), 0.1))
                    .as("after %d s", second)
                    .isEqualTo(2);
        }
        assertThat(autoscaler.look(at(315), 0.1)).isEqualTo(1);
    }

    @Test
    void aPeakInBetweenKeepsThem() {
        Autoscaler autoscaler = new Autoscaler(SETTINGS);
        autoscaler.look(at(0), 1.0);
        autoscaler.look(at(240), 1.0);

        assertThat(autoscaler.look(at(480), 0.1)).isEqualTo(2);
        assertThat(autoscaler.look(at(541), 0.1)).isEqualTo(1);
    }

    private static Duration at(int second) {
        return Duration.ofSeconds(second);
    }
}
