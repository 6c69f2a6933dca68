package dev.parley.directory.rule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document's fields are where it does not say. */
public final class Otherwise {
    private Otherwise() {}

    /** The value that is given, or else the default. */
    public static <T> T of(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** The list that is given, or else none; its elements have yet to be checked. */
    public static <T> List<T> empty(@Nullable List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(given);
    }

    /** The map that is given, or else none; its members have yet to be checked. */
    public static <T> Map<String, T> empty(@Nullable Map<String, T> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(given);
    }
}
