package dev.parley.directory.rest;

import dev.parley.directory.resource.Condition;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** What a request says beyond its path and its body. */
@RequestScoped
public class Ask {
    private static final String DRY_RUN = "dry_run";
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
}
