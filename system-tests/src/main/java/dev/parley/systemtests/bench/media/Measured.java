package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.bench.Spread;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One load on one system, once.
 *
 * @param failures of calls that could not be set up, with how many there were of each
 * @param setup INVITE to 200
 * @param received by each leg that was up, in {@code window}
 * @param cores by process; {@code phones} is the measurement itself
 * @param late by how much the measurement's own sound was late at worst
 * @param machineLoad of the last minute, all programs of the machine together
 */
record Measured(
        int block,
        MediaLoad load,
        String system,
        Map<String, Integer> failures,
        Spread setup,
        Duration window,
        List<LoadLeg.Received> received,
        Map<String, Double> cores,
        List<String> soundParts,
        List<String> allParts,
        Duration late,
        double machineLoad) {
    int up() {
        return received.size();
    }

    /** Enough are up for the figures to say something about the load. */
    boolean isSetUp() {
        return up() >= load.legs() * 0.98;
    }

    long silent() {
        return received.stream().filter(leg -> leg.packets() == 0).count();
    }

    double packetsPerSecond() {
        return received.stream().mapToLong(LoadLeg.Received::packets).average().orElse(0) / seconds();
    }

    /** Of the leg that received least. */
    double fewestPerSecond() {
        return received.stream().mapToLong(LoadLeg.Received::packets).min().orElse(0) / seconds();
    }

    long wideGaps() {
        return received.stream().mapToLong(LoadLeg.Received::wideGaps).sum();
    }

    Duration worstGap() {
        return received.stream()
                .map(LoadLeg.Received::widest)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    double coresOf(List<String> parts) {
        return parts.stream().mapToDouble(this::cores).sum();
    }

    /** Per cent of a core that each leg takes of these processes. */
    double percentPerLeg(List<String> parts) {
        return up() == 0 ? 0 : 100 * coresOf(parts) / up();
    }

    double percentForSound() {
        return percentPerLeg(soundParts);
    }

    double percentForAll() {
        return percentPerLeg(allParts);
    }

    double cores(String part) {
        return cores.getOrDefault(part, 0.0);
    }

    private double seconds() {
        return window.toNanos() / 1e9;
    }
}
