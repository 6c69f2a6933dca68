package dev.parley.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Must show 5: many calls at once, and none fails (how fast: ./parley bench setup)")
class CallingManyIT {
    @Test
    void fortyCallsIntoTenRoomsAreAllAnsweredAndHearSomething() {
        World world = World.read(Path.of(System.getProperty("parley.world", "../.parley/demo.json")));

        SetupReport report = new SetupBench(world, new SetupBench.Load(40, 20, 10, 1), text -> {}).run();

        assertThat(report.failures()).isEmpty();
        assertThat(report.setup().count()).isEqualTo(40);
        assertThat(report.rooms()).isEqualTo(10);
        assertThat(report.hops())
                .as("every hop is seen")
                .hasSize(5)
                .allSatisfy((hop, spread) -> assertThat(spread.count()).isEqualTo(40));
    }
}
