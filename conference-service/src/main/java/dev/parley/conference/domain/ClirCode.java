package dev.parley.conference.domain;

import java.util.List;
import java.util.Optional;

/**
 * What may be keyed before a number that is to be invited, to withhold ({@code *31*}) or to show ({@code *30*}) one's own
 * for this one call: the codes that a phone dials as well, as far as {@code #} does not end the number.
 *
 * @param withholds none: no code was keyed
 * @param number what was keyed without the code
 */
record ClirCode(Optional<Boolean> withholds, String number) {
    private static final String WITHHOLD = "*31*";
    private static final String SHOW = "*30*";

    static ClirCode read(String keyed) {
        if (keyed.startsWith(WITHHOLD)) {
            return new ClirCode(Optional.of(true), keyed.substring(WITHHOLD.length()));
        }
        return keyed.startsWith(SHOW)
                ? new ClirCode(Optional.of(false), keyed.substring(SHOW.length()))
                : new ClirCode(Optional.empty(), keyed);
    }

    /** Whether it is a code, or can become one. */
    static boolean isBeginning(String keyed) {
        return List.of(WITHHOLD, SHOW).stream().anyMatch(code -> code.startsWith(keyed));
    }
}
