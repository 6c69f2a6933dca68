package dev.parley.directory.rest;

import dev.parley.directory.resource.Database;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong is told as a problem document. */
public class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_SECONDS = 5;

    private final Replies replies;

    Problems(Replies replies) {
        this.replies = replies;
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return replies.problem(e.problem());
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e, ContainerRequestContext request) {
        return Paths.methods(request.getUriInfo().getPath())
                .filter(methods -> !methods.contains(request.getMethod()))
                .map(this::notAllowed)
                .orElseGet(() -> replies.problem(Problem.notFound()));
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e, ContainerRequestContext request) {
        return notAllowed(Paths.methods(request.getUriInfo().getPath()).orElse(List.of("GET")));
    }

    private Response notAllowed(List<String> methods) {
        Response reply = replies.problem(Problem.of(
                405,
                "method_not_allowed",
                "Method not allowed",
                "Expected one of " + String.join(", ", methods) + ", which this path has"));
        return Response.fromResponse(reply)
                .header(HttpHeaders.ALLOW, String.join(", ", methods))
                .build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return replies.problem(Problem.of(
                406, "not_acceptable", "Not acceptable", "Expected 'Accept' to allow what this path has to offer"));
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return replies.problem(Problem.of(
                415,
                "unsupported_media_type",
                "Unsupported media type",
                "Expected another 'Content-Type': application/json, or application/merge-patch+json to PATCH"));
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return replies.problem(Problem.of(
                status,
                status < 500 ? "bad_request" : "failed",
                e.getResponse().getStatusInfo().getReasonPhrase(),
                null));
    }

    @ServerExceptionMapper
    Response away(Database.Away e) {
        LOG.warnf(e, "request not served");
        Response reply = replies.problem(
                Problem.of(503, "unavailable", "Unavailable", "Nothing has changed; try again in a moment"));
        return Response.fromResponse(reply)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response failed(RuntimeException e) {
        LOG.error("request failed", e);
        return replies.problem(Problem.of(500, "failed", "Failed", "This is not your fault"));
    }
}
