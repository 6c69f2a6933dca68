package dev.parley.systemtests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The ramp that {@code docs/operations/autoscaling.md} tells of, as it was recorded. */
@DisplayName("Must show 4: from 0 to 200 legs, and the replicas that the formula makes of the recorded load")
class RecordedRampTest {
    private static final Path RECORDED = Path.of("../benchmarks/recorded/ramp.csv");
    private static final Path PAGE = Path.of("../docs/operations/autoscaling.md");

    private final Recording recording = Recording.read(RECORDED);
    private final Ramp ramp = new Ramp(recording, Autoscaler.Settings.CHART);

    @Test
    void twoHundredLegsWereUp() {
        assertThat(ramp.steps()).hasSize(10);
        assertThat(recording.at(ramp.steps().getLast(), "call_control_legs")).isEqualTo(200);
        assertThat(recording.at(ramp.steps().getLast(), "media_legs")).isEqualTo(200);
        assertThat(recording.at(ramp.steps().getLast(), "conference_rooms")).isEqualTo(50);
    }

    @Test
    void theLoadRoseFromStepToStep() {
        assertThat(ramp.dents()).isEmpty();
    }

    @Test
    void theLoadIsGoneWhenAllHaveHungUp() {
        int end = recording.rows() - 1;
        assertThat(recording.at(end, "call_control_legs")).isZero();
        assertThat(recording.at(end, "media_legs")).isZero();
        assertThat(recording.at(end, "conference_rooms")).isZero();
    }

    @Test
    void thePageSaysWhatTheFormulaMakesOfIt() throws IOException {
        assertThat(Files.readString(PAGE)).contains(ramp.table());
    }

    @Test
    void nobodyGoesAsSoonAsTheLoadIsGone() {
        Ramp.LOADS
                .keySet()
                .forEach(service -> assertThat(ramp.replicasInTheEnd(service))
                        .as(service)
                        .isEqualTo(ramp.replicas(service).getLast()));
    }
}
