package dev.parley.directory.security;

import dev.parley.access.Grant;
import dev.parley.access.Scope;
import dev.parley.directory.rule.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key that somebody wants made.
 *
 * @param scopes as they are written
 * @param expires none: never
 */
record KeyWish(String name, List<String> scopes, Optional<Instant> expires) {
    private static final int LONGEST_NAME = 100;

    KeyWish {
        scopes = List.copyOf(scopes);
    }

    /** What stands against making it; a key is never mightier than its maker, and never outlives it. */
    List<Violation> violations(Grant maker, Instant now) {
        List<Violation> found = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            found.add(new Violation("/name", "length", "Expected 1 to " + LONGEST_NAME + " characters"));
        }
        if (scopes.isEmpty()) {
            found.add(new Violation("/scopes", "required", "Expected at least one scope: " + known()));
        }
        if (new HashSet<>(scopes).size() < scopes.size()) {
            found.add(new Violation("/scopes", "duplicate", "Expected each scope once"));
        }
        for (int at = 0; at < scopes.size(); at++) {
            violation("/scopes/" + at, scopes.get(at), maker).ifPresent(found::add);
        }
        if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
            found.add(new Violation("/expires", "past", "Expected a time that is yet to come"));
        }
        if (maker.isOutlivedBy(expires)) {
            found.add(new Violation(
                    "/expires",
                    "outlives_maker",
                    "Expected a time not after "
                            + maker.expires().map(Instant::toString).orElse("") + ", when your own access ends"));
        }
        return found;
    }

    private static Optional<Violation> violation(String pointer, String text, Grant maker) {
        Optional<Scope> scope = Scope.of(text);
        if (scope.isEmpty()) {
            return Optional.of(new Violation(pointer, "unknown_scope", "Expected one of " + known()));
        }
        return scope.filter(wanted -> !maker.covers(wanted))
                .map(wanted -> new Violation(
                        pointer, "beyond_own_scope", "Your own access does not reach as far as " + wanted.text()));
    }

    private static String known() {
        return Scope.all().map(Scope::text).collect(Collectors.joining(", "));
    }
}
