package dev.parley.conference.adapter.in.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a request was not done (RFC 9457). */
@Schema(name = "Problem", description = "Why a request was not done (RFC 9457).")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(description = "Says the same as code, as a URI.", examples = "urn:parley:problem:room_full")
        String type,

        @Schema(description = "For people; the same for every problem of the code.", examples = "Room full")
        String title,

        @Schema(description = "The HTTP status.", examples = "409")
        int status,

        @Schema(description = "For programs; never changes its meaning.", examples = "room_full")
        String code,

        @Schema(description = "For people; about this very request.") @Nullable
        String detail,

        @Schema(description = "What is wrong in detail.") List<Fault> errors) {

    /** One thing that is wrong. */
    @Schema(name = "Fault", description = "One thing that is wrong.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Fault(
            @Schema(description = "Where in the document (JSON pointer).", examples = "/number") @Nullable
            String pointer,

            @Schema(description = "Which query parameter or header.", examples = "limit") @Nullable
            String parameter,

            @Schema(description = "For programs; never changes its meaning.", examples = "out_of_range")
            String code,

            @Schema(description = "For people.") String detail) {}

    static Problem of(int status, String code, String title, @Nullable String detail) {
        return of(status, code, title, detail, List.of());
    }

    static Problem of(int status, String code, String title, @Nullable String detail, List<Fault> errors) {
        return new Problem("urn:parley:problem:" + code, title, status, code, detail, errors);
    }

    /** A document is not right. */
    static Problem invalid(List<Fault> faults) {
        return of(
                422,
                "invalid",
                "Invalid document",
                faults.stream().map(Fault::detail).findFirst().orElse(null),
                faults);
    }

    /** A query parameter or header is not right. */
    static Problem parameter(String parameter, String code, String detail) {
        return of(400, "bad_request", "Bad request", detail, List.of(new Fault(null, parameter, code, detail)));
    }

    /** There is no such thing, or it is not the caller's to know. Always the same. */
    static Problem notFound() {
        return of(404, "not_found", "Not found", "There is nothing here that you may see");
    }
}
