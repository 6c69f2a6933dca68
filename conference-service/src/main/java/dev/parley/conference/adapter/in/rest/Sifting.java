package dev.parley.conference.adapter.in.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** {@link Paging} of what has a room and people in it. */
public class Sifting extends Paging {
    @QueryParam("number")
    @Parameter(description = "Of whoever called, was called, or was in.", example = "+4930123456")
    @Nullable
    String number;

    @QueryParam("room")
    @Parameter(description = "The room.", example = "910")
    @Nullable
    String room;

    @Override
    Optional<String> number() {
        return Optional.ofNullable(number);
    }

    @Override
    Optional<String> room() {
        return Optional.ofNullable(room);
    }
}
