package dev.parley.systemtests.bench.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.bench.Spread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaReportTest {
    private static final MediaLoad FOUR = MediaLoad.named(List.of("4")).getFirst();
    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    @TempDir
    private Path folder;

    private static Measured parley(int block, int up, double rtpengine, double adapter) {
        return measured(block, "Parley", up, Map.of("rtpengine", rtpengine, "media-adapter", adapter, "kafka", 0.3));
    }

    private static Measured confBridge(int block, int up, double asterisk) {
        return measured(block, "ConfBridge", up, Map.of("asterisk", asterisk));
    }

    private static Measured measured(int block, String system, int up, Map<String, Double> cores) {
        List<String> sound = system.equals("Parley") ? List.of("rtpengine", "media-adapter") : List.of("asterisk");
        return new Measured(
                block,
                FOUR,
                system,
                Map.of(),
                Spread.of(List.of(Duration.ofMillis(40))),
                Duration.ofSeconds(10),
                Collections.nCopies(up, new LoadLeg.Received(500, 0, Duration.ofMillis(30))),
                cores,
                sound,
                List.copyOf(cores.keySet()),
                Duration.ofMillis(2),
                0.5);
    }

    private static MediaReport report(Measured... measured) {
        return new MediaReport(Instant.EPOCH, Machine.here(), List.of(measured), List.of());
    }

    @Test
    void theRatioIsOfSoundAloneBlockByBlock() {
        MediaReport report = report(
                parley(1, 60, 0.5, 0.1),
                confBridge(1, 60, 0.3),
                parley(2, 60, 0.2, 0.1),
                confBridge(2, 60, 0.3),
                parley(3, 60, 0.8, 0.1),
                confBridge(3, 60, 0.3));

        assertThat(report.ratio(FOUR)).hasValueSatisfying(ratio -> {
            assertThat(ratio.least()).isEqualTo(1.0, EXACTLY);
            assertThat(ratio.median()).isEqualTo(2.0, EXACTLY);
            assertThat(ratio.most()).isEqualTo(3.0, EXACTLY);
        });
    }

    @Test
    void whoCouldNotCarryTheLoadIsNotCompared() {
        MediaReport report = report(parley(1, 30, 0.1, 0.1), confBridge(1, 60, 0.3));

        assertThat(report.ratio(FOUR)).isEmpty();
        assertThat(report.table()).contains("30/60", "one of them did not carry it");
    }

    @Test
    void aLegCostsWhatAllLegsCostByHowManyThereAre() {
        Measured measured = parley(1, 60, 0.5, 0.1);

        assertThat(measured.percentForSound()).isEqualTo(1.0, EXACTLY);
        assertThat(measured.percentForAll()).isEqualTo(1.5, EXACTLY);
        assertThat(measured.packetsPerSecond()).isEqualTo(50, EXACTLY);
    }

    @Test
    void everythingIsWrittenThreeTimes() throws Exception {
        MediaReport report = report(parley(1, 60, 0.5, 0.1), confBridge(1, 60, 0.3));

        report.write(folder);

        List<String> csv = Files.readAllLines(folder.resolve("media-0.csv"));
        int columns = csv.getFirst().split(",", -1).length;
        assertThat(csv)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(columns));
        assertThat(Files.readString(folder.resolve("media-0.txt"))).contains("60 legs in rooms of 4, all talking");
        assertThat(ImageIO.read(folder.resolve("media-0.png").toFile()).getWidth())
                .isEqualTo(1200);
    }
}
