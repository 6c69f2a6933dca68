package dev.parley.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One right, everywhere or in one area; written {@code read}, {@code write}, {@code directory:read}, …
 *
 * @param area none: all areas, those to come included
 */
public record Scope(Optional<Area> area, Right right) {
    public static final Scope READ = new Scope(Optional.empty(), Right.READ);
    public static final Scope WRITE = new Scope(Optional.empty(), Right.WRITE);

    /** Reads a scope; empty when there is none of that name (in this version). */
    public static Optional<Scope> of(String text) {
        return all().filter(scope -> scope.text().equals(text)).findFirst();
    }

    /** Every scope there is, those of all areas first. */
    public static Stream<Scope> all() {
        return Stream.concat(
                Stream.of(READ, WRITE),
                Arrays.stream(Area.values())
                        .flatMap(area ->
                                Arrays.stream(Right.values()).map(right -> new Scope(Optional.of(area), right))));
    }

    public String text() {
        String name = right.name().toLowerCase(Locale.ROOT);
        return area.map(it -> it.text() + ":" + name).orElse(name);
    }

    boolean covers(Scope other) {
        return right.includes(other.right) && (area.isEmpty() || area.equals(other.area));
    }
}
