package dev.parley.directory.rest;

import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.Listing;
import dev.parley.directory.resource.Listing.Filter;
import dev.parley.directory.resource.Listing.Position;
import dev.parley.directory.resource.Listing.Sort;
import dev.parley.directory.resource.Stored;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Which page of a list is asked for. */
public final class Listings {
    static final int DEFAULT_LIMIT = 50;
    static final int HIGHEST_LIMIT = 200;

    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final String SORT = "sort";
    private static final String BEGINS = "~";

    private Listings() {}

    static Listing of(String tenant, Kind<?> kind, UriInfo asked) {
        MultivaluedMap<String, String> query = asked.getQueryParameters();
        Sort sort = sort(query);
        return new Listing(tenant, kind.collection(), filters(kind, query), sort, after(query, sort), limit(query));
    }

    private static List<Filter> filters(Kind<?> kind, MultivaluedMap<String, String> query) {
        List<Filter> filters = new ArrayList<>();
        query.forEach((parameter, values) -> {
            if (parameter.equals(LIMIT) || parameter.equals(CURSOR) || parameter.equals(SORT)) {
                return;
            }
            boolean begins = parameter.endsWith(BEGINS);
            String field = begins ? parameter.substring(0, parameter.length() - 1) : parameter;
            if (!kind.filters().contains(field)) {
                throw new Refused(Problem.parameter(
                        parameter,
                        "unknown_parameter",
                        "Expected one of limit, cursor, sort, or a filter by "
                                + String.join(
                                        ", ", kind.filters().stream().sorted().toList())));
            }
            values.forEach(value -> filters.add(new Filter(field, writable(parameter, value), begins)));
        });
        return filters;
    }

    private static String writable(String parameter, String value) {
        if (Bodies.isUnwritable(value)) {
            throw new Refused(
                    Problem.parameter(parameter, "invalid_character", "There is a character that no text can have"));
        }
        return value;
    }

    /** The most that a page may have. */
    public static int limit(MultivaluedMap<String, String> query) {
        String asked = query.getFirst(LIMIT);
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > HIGHEST_LIMIT) {
            throw new Refused(Problem.parameter(
                    LIMIT, "out_of_range", "Expected 'limit' to be a whole number from 1 to " + HIGHEST_LIMIT));
        }
        return Integer.parseInt(asked);
    }

    private static Sort sort(MultivaluedMap<String, String> query) {
        String asked = query.getFirst(SORT);
        if (asked == null) {
            return Sort.NAME;
        }
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.parameter().equals(asked))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.parameter(
                        SORT, "invalid_value", "Expected 'sort' to be one of name, -name, updated, -updated")));
    }

    private static Optional<Position> after(MultivaluedMap<String, String> query, Sort sort) {
        String cursor = query.getFirst(CURSOR);
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String told = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = told.split(" ", 3);
            if (parts.length == 3 && parts[0].equals(sort.parameter()) && !Bodies.isUnwritable(parts[2])) {
                return Optional.of(new Position(Math.floorMod(Long.parseLong(parts[1]), Long.MAX_VALUE), parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
        throw invalidCursor();
    }

    /** A cursor that no page has given. */
    public static Refused invalidCursor() {
        return new Refused(Problem.parameter(
                CURSOR,
                "invalid_cursor",
                "Expected a 'cursor' as a Link header has it, and the same 'sort' as before"));
    }

    /** A cursor that holds a text, which it does not show. */
    public static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of a cursor; none when the list is asked for from its beginning. */
    public static Optional<String> cursorText(UriInfo asked) {
        return Optional.ofNullable(asked.getQueryParameters().getFirst(CURSOR)).map(cursor -> {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (!Bodies.isUnwritable(text)) {
                    return text;
                }
            } catch (IllegalArgumentException e) {
                throw invalidCursor();
            }
            throw invalidCursor();
        });
    }

    /** The header Link to the same list, further on. */
    public static String link(UriInfo asked, String cursor) {
        return "<"
                + asked.getRequestUriBuilder().replaceQueryParam(CURSOR, cursor).build() + ">; rel=\"next\"";
    }

    /** The same list, further on. */
    static URI next(UriInfo asked, Sort sort, Stored last) {
        long updated = ChronoUnit.MICROS.between(Instant.EPOCH, last.updated());
        String told = sort.parameter() + ' ' + updated + ' ' + last.id().name();
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(told.getBytes(StandardCharsets.UTF_8));
        return asked.getRequestUriBuilder().replaceQueryParam(CURSOR, cursor).build();
    }
}
