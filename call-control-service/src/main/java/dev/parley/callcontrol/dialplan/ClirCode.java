package dev.parley.callcontrol.dialplan;

import java.util.List;
import java.util.Optional;

/**
 * What a phone dials before a number to withhold or to show its own for this one call (calling line identification
 * restriction, CLIR).
 *
 * <p>{@code *31*} withholds, as on fixed networks, and {@code #31#}, as on mobile ones (3GPP TS 22.030 annex B).
 * {@code *31#} withholds on the former and shows on the latter: here it withholds, so that no number is shown by mistake.
 * {@code *30*} shows; 30 is the service code of presentation.
 *
 * @param withholds none: no code was dialled, and what is set for the extension holds
 * @param number what was dialled without the code
 */
public record ClirCode(Optional<Boolean> withholds, String number) {
    private static final List<String> WITHHOLD = List.of("*31*", "#31#", "*31#");
    private static final String SHOW = "*30*";

    public static ClirCode read(String dialled) {
        return WITHHOLD.stream()
                .filter(dialled::startsWith)
                .findFirst()
                .map(code -> new ClirCode(Optional.of(true), dialled.substring(code.length())))
                .orElseGet(() -> dialled.startsWith(SHOW)
                        ? new ClirCode(Optional.of(false), dialled.substring(SHOW.length()))
                        : new ClirCode(Optional.empty(), dialled));
    }
}
