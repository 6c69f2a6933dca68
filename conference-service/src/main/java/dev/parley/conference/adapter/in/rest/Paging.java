package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.PastQuery;
import dev.parley.conference.application.PastQuery.Place;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What lists of past things have in common: a span of time, and pages, the newest first. */
public class Paging {
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";
    private static final int HIGHEST_LIMIT = 1000;

    @QueryParam(FROM)
    @Parameter(description = "Not before then (RFC 3339).", example = "2026-11-21T00:00:00Z")
    @Nullable
    String from;

    @QueryParam(TO)
    @Parameter(description = "Before then (RFC 3339).", example = "2026-11-22T00:00:00Z")
    @Nullable
    String to;

    @QueryParam(LIMIT)
    @DefaultValue("50")
    @Parameter(description = "So many at most: 1 to 1000.")
    String limit = "50";

    @QueryParam(CURSOR)
    @Parameter(description = "As the header Link has it.")
    @Nullable
    String cursor;

    @Context
    @Nullable
    UriInfo uri;

    /** One more than fits on the page, so that one sees whether there is another. */
    PastQuery query() {
        return new PastQuery(
                time(FROM, from),
                time(TO, to),
                number(),
                room(),
                Optional.ofNullable(cursor).map(Paging::place),
                most() + 1);
    }

    Optional<String> number() {
        return Optional.empty();
    }

    Optional<String> room() {
        return Optional.empty();
    }

    private int most() {
        if (!limit.matches("[0-9]{1,5}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > HIGHEST_LIMIT) {
            throw new Refused(Problem.parameter(
                    LIMIT, "out_of_range", "Expected 'limit' to be a whole number from 1 to " + HIGHEST_LIMIT));
        }
        return Integer.parseInt(limit);
    }

    private static Optional<Instant> time(String name, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new Refused(Problem.parameter(
                    name, "invalid_value", "Expected '" + name + "' to be a time such as 2026-11-21T08:00:00Z"));
        }
    }

    private static Place place(String text) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int at = place.indexOf(' ');
            if (at > 0) {
                return new Place(Instant.parse(place.substring(0, at)), place.substring(at + 1));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refused invalid() {
        return new Refused(Problem.parameter(CURSOR, "invalid_cursor", "Expected a 'cursor' as a Link header has it"));
    }

    /** The page of what was found, and the link to the next where there is one. */
    <T> Response.ResponseBuilder reply(List<T> found, Function<T, Place> place, Function<List<T>, Object> page) {
        int most = most();
        if (found.size() <= most) {
            return Response.ok(page.apply(found));
        }
        List<T> shown = found.subList(0, most);
        return Response.ok(page.apply(shown)).header("Link", link(place.apply(shown.getLast())));
    }

    private String link(Place last) {
        String next = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.time() + " " + last.id()).getBytes(StandardCharsets.UTF_8));
        UriInfo asked = uri;
        if (asked == null) {
            throw new IllegalStateException("No request is being answered");
        }
        return "<"
                + asked.getRequestUriBuilder().replaceQueryParam(CURSOR, next).build() + ">; rel=\"next\"";
    }
}
