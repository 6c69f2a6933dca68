package dev.parley.telemetry.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeasuringLoadTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void theLoadIsThatOfTheScarcest() {
        assertThat(Use.load(List.of(new Use(10, 200), new Use(15, 20), new Use(0, 1))))
                .isEqualTo(0.75);
    }

    @Test
    void whoIsLimitedByNothingIsIdle() {
        assertThat(Use.load(List.of())).isZero();
    }

    @Test
    void moreThanTheCapacityIsMoreThanOne() {
        assertThat(new Use(300, 200).ratio()).isEqualTo(1.5);
    }

    @Test
    void whatCouldNotBeMeasuredCountsAsUnused() {
        assertThat(new Use(Double.NaN, 5).ratio()).isZero();
        assertThat(new Use(-1, 5).ratio()).isZero();
    }

    @Test
    void aCapacityOfNothingIsRefused() {
        assertThatThrownBy(() -> new Use(1, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Use(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Use(1, Double.POSITIVE_INFINITY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theGaugesFollowWhatIsUsed() {
        var registry = new SimpleMeterRegistry();
        var legs = new AtomicInteger(50);
        LoadGauges.register(registry, List.of(new Limit("legs", 200, legs::get), new Limit("rate", 20, () -> 1)));

        assertThat(registry.get("parley_load_ratio").gauge().value()).isEqualTo(0.25);
        legs.set(150);
        assertThat(registry.get("parley_load_ratio").gauge().value()).isEqualTo(0.75);
        assertThat(registry.get("parley_load_used").tag("limit", "legs").gauge().value())
                .isEqualTo(150);
        assertThat(registry.get("parley_load_capacity")
                        .tag("limit", "rate")
                        .gauge()
                        .value())
                .isEqualTo(20);
    }

    @Test
    void aRateIsThatOfTheWindow() {
        var rate = new PerSecond(Duration.ofSeconds(30));

        assertThat(rate.of(0, 100)).isZero();
        for (int second = 1; second <= 30; second++) {
            assertThat(rate.of(second * SECOND, 100 + 10 * second)).isCloseTo(10, within(1e-9));
        }
        // Nothing more comes: 30 s later nothing is left of it.
        for (int second = 31; second <= 60; second++) {
            rate.of(second * SECOND, 400);
        }
        assertThat(rate.of(61 * SECOND, 400)).isZero();
    }

    @Test
    void whoAsksSeldomGetsTheMeanSinceTheLastTime() {
        var rate = new PerSecond(Duration.ofSeconds(30));
        rate.of(0, 0);
        rate.of(SECOND, 1000);

        assertThat(rate.of(101 * SECOND, 1200)).isCloseTo(2, within(1e-9));
    }

    @Test
    void aCounterThatBeganAnewIsNoNegativeRate() {
        var rate = new PerSecond(Duration.ofSeconds(30));
        rate.of(0, 500);
        rate.of(SECOND, 600);

        assertThat(rate.of(2 * SECOND, 5)).isZero();
        assertThat(rate.of(3 * SECOND, 8)).isCloseTo(3, within(1e-9));
    }

    @Test
    void twoWhoAskAtOnceGetTheSame() {
        var rate = new PerSecond(Duration.ofSeconds(30));
        rate.of(0, 0);

        double first = rate.of(SECOND, 7);
        assertThat(rate.of(SECOND, 7)).isEqualTo(first).isCloseTo(7, within(1e-9));
    }
}
