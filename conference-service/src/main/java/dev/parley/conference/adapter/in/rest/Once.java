package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Repetitions;
import dev.parley.conference.application.Repetitions.Earlier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * With an {@code Idempotency-Key}, a POST that is repeated within 24 hours is done once: the first time something is made,
 * later its id is found again.
 */
@ApplicationScoped
public class Once {
    static final String HEADER = "Idempotency-Key";
    private static final String FORMAT = "[!-~]{1,255}";

    private final Repetitions repetitions;
    private final Access access;

    Once(Repetitions repetitions, Access access) {
        this.repetitions = repetitions;
        this.access = access;
    }

    /**
     * The id of what was made, now or before.
     *
     * @param header none: it is made in any case
     * @param maker makes it and gives its id; or fails, and nothing is made
     */
    String make(@Nullable String header, UriInfo uri, byte[] body, Supplier<String> maker) {
        if (header == null) {
            return maker.get();
        }
        if (!header.matches(FORMAT)) {
            throw new Refused(Problem.parameter(
                    HEADER, "invalid_value", "Expected '" + HEADER + "' to be 1 to 255 printable characters"));
        }
        Repetitions.Key key = new Repetitions.Key(access.name(), header, hash(uri, body));
        return switch (repetitions.claim(key, Instant.now())) {
            case Earlier.None _ -> make(key, maker);
            case Earlier.Made(String id) -> id;
            case Earlier.Running _ ->
                throw new Refused(Problem.of(
                        409, "idempotency_key_in_use", "In use", "The first request with this key is being done"));
            case Earlier.Other _ ->
                throw new Refused(
                        Problem.of(422, "idempotency_key_reused", "Reused", "This key was used for another request"));
        };
    }

    private String make(Repetitions.Key key, Supplier<String> maker) {
        String id;
        try {
            id = maker.get();
        } catch (Refused e) {
            repetitions.release(key);
            throw e;
        }
        repetitions.made(key, id);
        return id;
    }

    private static String hash(UriInfo uri, byte[] body) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(uri.getPath().getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
            return HexFormat.of().formatHex(hash.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
