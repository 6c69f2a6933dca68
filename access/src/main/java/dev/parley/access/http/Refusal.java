package dev.parley.access.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;

/** Why somebody is not let in, as a problem document (RFC 9457). */
enum Refusal {
    NO_CREDENTIALS(
            401, "unauthenticated", "Who are you?", "Send an API key or a bearer token in the header Authorization."),
    WRONG_CREDENTIALS(
            401,
            "invalid_credentials",
            "Unknown credentials",
            "The key or token is wrong, has expired, or was revoked."),
    NO_ROLE(
            403,
            "no_role",
            "Nothing is granted",
            "The token names no role of Parley, or not the tenant that it is for."),
    NO_SCOPE(403, "insufficient_scope", "Insufficient scope", "Your key or role does not reach as far as this."),
    TOO_MANY_GUESSES(
            429,
            "too_many_failures",
            "Too many wrong credentials",
            "Too many wrong keys came from this address; wait."),
    TOO_MANY_REQUESTS(429, "rate_limited", "Too many requests", "This key has asked too often; wait.");

    static final String CHALLENGE = "Bearer realm=\"parley\"";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String code;
    private final String title;
    private final String detail;

    Refusal(int status, String code, String title, String detail) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    Response.ResponseBuilder response() {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "urn:parley:problem:" + code)
                .put("title", title)
                .put("status", status)
                .put("code", code)
                .put("detail", detail);
        var response = Response.status(status).type("application/problem+json").entity(problem.toString());
        if (status == UNAUTHORIZED) {
            // RFC 6750 §3.1: no error code where no credentials came.
            response.header(
                    "WWW-Authenticate", this == NO_CREDENTIALS ? CHALLENGE : CHALLENGE + ", error=\"invalid_token\"");
        }
        return response;
    }
}
