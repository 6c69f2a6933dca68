package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.StorageUnavailable;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever goes wrong is told as a problem document. */
public class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response refused(Refused e) {
        return reply(e.problem()).build();
    }

    @ServerExceptionMapper
    Response unavailable(StorageUnavailable e) {
        LOG.warnf("request failed error=%s", e.getMessage());
        return reply(Problem.of(503, "unavailable", "Unavailable", "Nothing was changed; try again"))
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException e) {
        return reply(Problem.notFound()).build();
    }

    @ServerExceptionMapper
    Response notAllowed(NotAllowedException e) {
        var reply = reply(Problem.of(
                405, "method_not_allowed", "Method not allowed", "Expected another method; 'Allow' says which"));
        String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? reply : reply.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    Response notAcceptable(NotAcceptableException e) {
        return reply(Problem.of(
                        406, "not_acceptable", "Not acceptable", "Expected 'Accept' to allow what this path offers"))
                .build();
    }

    @ServerExceptionMapper
    Response notSupported(NotSupportedException e) {
        return reply(Problem.of(415, "unsupported_media_type", "Unsupported media type", "Expected application/json"))
                .build();
    }

    @ServerExceptionMapper
    Response other(WebApplicationException e) {
        int status = e.getResponse().getStatus();
        return reply(Problem.of(
                        status,
                        status < 500 ? "bad_request" : "failed",
                        e.getResponse().getStatusInfo().getReasonPhrase(),
                        null))
                .build();
    }

    @ServerExceptionMapper
    Response failed(RuntimeException e) {
        LOG.error("request failed", e);
        return reply(Problem.of(500, "failed", "Failed", "This is not your fault"))
                .build();
    }

    private static Response.ResponseBuilder reply(Problem problem) {
        return Response.status(problem.status()).type(MEDIA_TYPE).entity(problem);
    }
}
