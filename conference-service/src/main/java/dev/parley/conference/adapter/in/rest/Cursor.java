package dev.parley.conference.adapter.in.rest;

import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page ends, in a form that promises nothing. */
final class Cursor {
    private static final String PARAMETER = "cursor";

    private Cursor() {}

    /** The name of the last room of the page before; empty: from the beginning. */
    static String read(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            String name = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (name.matches("[!-~]{1,64}")) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private static Refused invalid() {
        return new Refused(
                Problem.parameter(PARAMETER, "invalid_cursor", "Expected a 'cursor' as a Link header has it"));
    }

    /** The header Link to the page after this room. */
    static String link(UriInfo asked, String room) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(room.getBytes(StandardCharsets.UTF_8));
        return "<"
                + asked.getRequestUriBuilder()
                        .replaceQueryParam(PARAMETER, cursor)
                        .build() + ">; rel=\"next\"";
    }
}
