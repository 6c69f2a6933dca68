package dev.parley.directory.rule;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a call goes on without anybody choosing: phones that are always forwarded, menus in which nothing was pressed.
 *
 * <p>A menu whose key leads back to an earlier menu is no detour: a person chose it, and may choose again.
 */
public final class Detours {
    private Detours() {}

    /**
     * The way from the extension back to itself, both ends included; none when no call can go in circles there.
     *
     * @param next where a call for an extension may go on unasked
     */
    public static Optional<List<String>> circle(String start, Function<String, List<String>> next) {
        Map<String, String> reachedFrom = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String at = open.removeFirst();
            for (String further : next.apply(at)) {
                if (further.equals(start)) {
                    return Optional.of(way(start, at, reachedFrom));
                }
                if (reachedFrom.putIfAbsent(further, at) == null) {
                    open.addLast(further);
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> way(String start, String last, Map<String, String> reachedFrom) {
        Deque<String> way = new ArrayDeque<>(List.of(start));
        String at = last;
        while (!at.equals(start)) {
            way.addFirst(at);
            at = Objects.requireNonNull(reachedFrom.get(at));
        }
        way.addFirst(start);
        return List.copyOf(way);
    }
}
