package dev.parley.directory.rest;

import dev.parley.directory.resource.Condition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a request says beyond its path and its body. */
@RequestScoped
public class Ask {
    private static final String DRY_RUN = "dry_run";
    private static final String CURSOR = "cursor";
    private static final int LONGEST_KEY = 255;

    private final UriInfo uri;
    private final HttpHeaders headers;

    Ask(UriInfo uri, HttpHeaders headers) {
        this.uri = uri;
        this.headers = headers;
    }

    /** Its address. */
    public UriInfo uri() {
        return uri;
    }

    /** What must be so for a change to be made. */
    public Condition condition() {
        return Preconditions.of(ifMatch(), ifNoneMatch());
    }

    /** Whether the reader has this revision already. */
    public boolean knows(long revision) {
        return Preconditions.isKnown(ifNoneMatch(), revision);
    }

    List<String> ifMatch() {
        return header("If-Match");
    }

    List<String> ifNoneMatch() {
        return header("If-None-Match");
    }

    private List<String> header(String name) {
        List<String> values = headers.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    /** Whether all is to be checked, and nothing changed. */
    public boolean dryRun() {
        return flag(DRY_RUN);
    }

    /** Whether a switch of this name is on in the address. */
    public boolean flag(String name) {
        String asked = uri.getQueryParameters().getFirst(name);
        if (asked == null || asked.equals("false")) {
            return false;
        }
        if (asked.equals("true")) {
            return true;
        }
        throw new Refused(Problem.parameter(name, "invalid_value", "Expected '" + name + "' to be true or false"));
    }

    Optional<String> idempotencyKey() {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || Bodies.isUnwritable(key)) {
            throw new Refused(Problem.parameter(
                    "Idempotency-Key", "wrong_size", "Expected 'Idempotency-Key' to have 1 to 255 characters"));
        }
        return Optional.of(key);
    }

    /** Refuses parameters that mean nothing here, so that a typing mistake is found. */
    public void knowsOnly(String... parameters) {
        Set<String> known = Set.of(parameters);
        uri.getQueryParameters().keySet().stream()
                .filter(asked -> !known.contains(asked))
                .findFirst()
                .ifPresent(asked -> {
                    throw new Refused(Problem.parameter(
                            asked,
                            "unknown_parameter",
                            "Expected one of "
                                    + String.join(", ", known.stream().sorted().toList())));
                });
    }

    /** The most that a page is to have. */
    public int limit() {
        return Listings.limit(uri.getQueryParameters());
    }

    /** Where the page before ended, in a list that is ordered by numbers. */
    public OptionalLong numericCursor() {
        String cursor = uri.getQueryParameters().getFirst(CURSOR);
        if (cursor == null) {
            return OptionalLong.empty();
        }
        if (!cursor.matches("[0-9]{1,18}")) {
            throw Listings.invalidCursor();
        }
        return OptionalLong.of(Long.parseLong(cursor));
    }

    /** The same list, further on. */
    public URI further(String cursor) {
        return uri.getRequestUriBuilder().replaceQueryParam(CURSOR, cursor).build();
    }
}
