package dev.parley.systemtests.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run of {@code keys} has found.
 *
 * @param effects from the release of the last key until another telephone heard what it did
 * @param mouthToEar for comparison: from a sound at one telephone until it is heard at the other, nothing being decided
 * @param failures effects that nobody heard
 * @param ratio median effect to median mouth to ear
 */
record KeysReport(Instant began, Map<String, Spread> effects, Spread mouthToEar, List<String> failures, double ratio) {
    String table() {
        StringBuilder table = new StringBuilder(
                "\nFrom the release of a key until its effect is heard: %d failed\n\n".formatted(failures.size()));
        failures.stream()
                .limit(10)
                .forEach(failure -> table.append("  ").append(failure).append('\n'));
        table.append(Spread.head()).append('\n');
        effects.forEach((effect, spread) -> table.append(spread.row(effect)).append('\n'));
        table.append(mouthToEar.row("for comparison: mouth to ear")).append('\n');
        return table.append("\nThe median effect is heard after %.1f times what a sound alone takes.".formatted(ratio))
                .toString();
    }
}
