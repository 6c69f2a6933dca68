package dev.parley.conference.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Wrong PINs across calls, by everything they are counted by. First they are answered more and more slowly, then not at
 * all; those shut out need not be the ones who guessed, so an extension of the tenant answers for its own guesses only.
 */
public record Guesses(Map<GuessScope, GuessRecord> records) {
    public static final Guesses NONE = new Guesses(Map.of());

    private static final Set<GuessScope> OF_EXTENSIONS = EnumSet.of(GuessScope.CALLER);
    private static final Set<GuessScope> OF_OTHERS = EnumSet.allOf(GuessScope.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final int MOST_DOUBLINGS = 3;

    public Guesses {
        records = Map.copyOf(records);
    }

    boolean shutOut(Party caller, Instant now) {
        return scopes(caller).stream().anyMatch(scope -> failures(scope, now) >= scope.most());
    }

    /** How long the answer to one more wrong PIN is held back: not at first, from a third of what is allowed on longer. */
    Duration pause(Party caller, Instant now) {
        return scopes(caller).stream()
                .map(scope -> pause(failures(scope, now), scope.most()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Duration pause(int failures, int most) {
        int third = most / 3;
        if (failures < third) {
            return Duration.ZERO;
        }
        int doublings = Math.min(MOST_DOUBLINGS, (failures - third) * MOST_DOUBLINGS / third);
        Duration pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private int failures(GuessScope scope, Instant now) {
        return records.getOrDefault(scope, GuessRecord.NONE).at(now);
    }

    private static Set<GuessScope> scopes(Party caller) {
        return caller.inside() ? OF_EXTENSIONS : OF_OTHERS;
    }
}
