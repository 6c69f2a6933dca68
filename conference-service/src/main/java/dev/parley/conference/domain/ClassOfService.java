package dev.parley.conference.domain;

import java.util.List;

/**
 * Which numbers somebody may call (R29).
 *
 * @param outside whether anything outside may be called at all
 * @param prefixes only numbers that start with one of these; none: any number
 * @param barred never numbers that start with one of these
 */
public record ClassOfService(boolean outside, List<String> prefixes, List<String> barred) {
    public static final ClassOfService EVERYTHING = new ClassOfService(true, List.of(), List.of());

    public ClassOfService {
        prefixes = List.copyOf(prefixes);
        barred = List.copyOf(barred);
    }

    boolean permits(Party called) {
        String number = called.number();
        return called.inside()
                || (outside
                        && (prefixes.isEmpty() || prefixes.stream().anyMatch(number::startsWith))
                        && barred.stream().noneMatch(number::startsWith));
    }
}
