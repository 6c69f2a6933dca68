package dev.parley.systemtests.bench.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a run of {@code media} has found. A leg that could not be set up is a finding and no failure.
 *
 * @param measured in the order in which it was measured
 */
public record MediaReport(Instant began, Machine machine, List<Measured> measured, List<String> notes) {
    static final String PARLEY = "Parley";
    private static final String HEAD =
            "block,load,system,legs,up,silent,packets_per_second,fewest_per_second,gaps_over_60_ms,worst_gap_ms,"
                    + "setup_p50_ms,setup_p99_ms,cores_sound,cores_all,percent_per_leg_sound,percent_per_leg_all,"
                    + "cores_phones,late_ms,machine_load";

    /** The ratio of one load, in the block where it was smallest, in the middle one, and where it was largest. */
    record Ratio(double least, double median, double most) {}

    /** One text file, a CSV of everything, and a plot; all named alike. */
    public Path write(Path folder) {
        String name = "media-" + began.getEpochSecond();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".csv"), csv());
            Files.writeString(folder.resolve(name + ".txt"), table() + "\n");
            MediaPlot.write(this, folder.resolve(name + ".png"));
            return folder.resolve(name + ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MediaLoad> loads() {
        return measured.stream().map(Measured::load).distinct().toList();
    }

    private Stream<Measured> of(MediaLoad load, boolean parley) {
        return measured.stream()
                .filter(one -> one.load().equals(load) && one.system().equals(PARLEY) == parley)
                .sorted(Comparator.comparingInt(Measured::block));
    }

    /** The middle of what was measured in all blocks in which the load was up. */
    Optional<Double> median(MediaLoad load, boolean parley, ToDoubleFunction<Measured> figure) {
        return middle(of(load, parley)
                .filter(Measured::isSetUp)
                .mapToDouble(figure)
                .sorted()
                .toArray());
    }

    private static Optional<Double> middle(double[] sorted) {
        return sorted.length == 0 ? Optional.empty() : Optional.of(sorted[(sorted.length - 1) / 2]);
    }

    /** CPU for the sound of Parley by that of the other; none where either could not carry the load. */
    Optional<Ratio> ratio(MediaLoad load) {
        List<Double> ratios = new ArrayList<>();
        of(load, true)
                .filter(Measured::isSetUp)
                .forEach(ours -> of(load, false)
                        .filter(theirs -> theirs.block() == ours.block() && theirs.isSetUp())
                        .forEach(theirs -> ratios.add(ours.percentForSound() / theirs.percentForSound())));
        double[] sorted =
                ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return middle(sorted).map(median -> new Ratio(sorted[0], median, sorted[sorted.length - 1]));
    }

    String csv() {
        StringBuilder csv = new StringBuilder(HEAD).append('\n');
        for (Measured one : measured) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%d,%d,%d,%.2f,%.2f,%d,%d,%.1f,%.1f,%.4f,%.4f,%.4f,%.4f,%.4f,%d,%.2f%n",
                    one.block(),
                    one.load().name(),
                    one.system(),
                    one.load().legs(),
                    one.up(),
                    one.silent(),
                    one.packetsPerSecond(),
                    one.fewestPerSecond(),
                    one.wideGaps(),
                    one.worstGap().toMillis(),
                    one.setup().p50(),
                    one.setup().p99(),
                    one.coresOf(one.soundParts()),
                    one.coresOf(one.allParts()),
                    one.percentForSound(),
                    one.percentForAll(),
                    one.cores("phones"),
                    one.late().toMillis(),
                    one.machineLoad()));
        }
        return csv.toString();
    }

    public String table() {
        StringBuilder table = new StringBuilder("%s, on %s%n%n".formatted(began, machine));
        table.append(
                "Per cent of a core for each leg; sound is rtpengine and media-adapter, or asterisk; phones is the measurement itself.\n\n");
        table.append(head()).append('\n');
        measured.forEach(one -> table.append(row(one)).append('\n'));
        table.append("\nCPU for the sound of a leg, Parley by ConfBridge: least, median and most of the blocks\n");
        for (MediaLoad load : loads()) {
            table.append("  %-40s ".formatted(load))
                    .append(ratio(load)
                            .map(ratio -> String.format(
                                    Locale.ROOT, "%5.2f %5.2f %5.2f", ratio.least, ratio.median, ratio.most))
                            .orElse("one of them did not carry it"))
                    .append('\n');
        }
        measured.stream()
                .filter(one -> !one.failures().isEmpty())
                .forEach(one -> table.append(
                        "\nBlock %d, %s, %s: %s".formatted(one.block(), one.system(), one.load(), one.failures())));
        notes.forEach(note -> table.append('\n').append(note));
        return table.toString();
    }

    private static String head() {
        return "%5s %-9s %-10s %4s/%-4s %6s %6s %6s %5s %6s %7s %7s %7s %7s %7s %7s %7s %7s %5s %5s"
                .formatted(
                        "block", "load", "system", "up", "legs", "silent", "pkt/s", "least", "gaps", "worst", "p50",
                        "p99", "sound", "rtpe", "adapter", "all", "cores", "phones", "late", "load");
    }

    static String row(Measured one) {
        return String.format(
                Locale.ROOT,
                "%5d %-9s %-10s %4d/%-4d %6d %6.2f %6.2f %5d %6d %7.0f %7.0f %7.3f %7.3f %7.3f %7.3f %7.3f %7.3f %5d %5.1f",
                one.block(),
                one.load().name(),
                one.system(),
                one.up(),
                one.load().legs(),
                one.silent(),
                one.packetsPerSecond(),
                one.fewestPerSecond(),
                one.wideGaps(),
                one.worstGap().toMillis(),
                one.setup().p50(),
                one.setup().p99(),
                one.percentForSound(),
                one.percentPerLeg(List.of("rtpengine")),
                one.percentPerLeg(List.of("media-adapter")),
                one.percentForAll(),
                one.coresOf(one.soundParts()),
                one.cores("phones"),
                one.late().toMillis(),
                one.machineLoad());
    }
}
