package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.CallDesk;
import dev.parley.conference.application.RoomPolicies;
import dev.parley.conference.domain.Rejection;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Two-party calls, as far as they can become conferences. */
@Path("/v1/tenants/{tenant}/calls")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "calls", description = "Two-party calls that become conferences.")
public class CallResource {
    private static final Logger LOG = Logger.getLogger(CallResource.class);
    private static final String ID = "[A-Za-z0-9-]{1,64}";
    private static final String ROOM = "[A-Za-z0-9-]{1,64}";

    private final Access access;
    private final CallDesk calls;
    private final RoomPolicies policies;
    private final Escalations escalations;
    private final Outcomes outcomes;

    CallResource(Access access, CallDesk calls, RoomPolicies policies, Escalations escalations, Outcomes outcomes) {
        this.access = access;
        this.calls = calls;
        this.policies = policies;
        this.escalations = escalations;
        this.outcomes = outcomes;
    }

    @POST
    @Path("/{id}/conference")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "escalateCall",
            summary = "Makes a conference of a two-party call (as *0 and the password do)",
            description = "Both are in it, and neither hears a drop. The answer comes at once; with the header"
                    + " 'Prefer: wait=10' it waits so many seconds for the conference. Where none begins, there is no such"
                    + " call, or no dynamic room is free, and the call goes on as it was.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EscalationWish.class)))
    @APIResponse(
            responseCode = "201",
            description = "The conference, which was waited for.",
            content = @Content(schema = @Schema(implementation = EscalationView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is asked for; the event ConferenceEscalated tells that it is so.")
    public Uni<Response> escalate(
            @PathParam("tenant") String tenant,
            @Parameter(description = "The id of the call: that of the leg of who called.") @PathParam("id") String id,
            @Parameter(description = "How many seconds to wait for the conference.", example = "wait=10")
                    @HeaderParam("Prefer")
                    @Nullable
                    String prefer,
            InputStream body,
            @Context UriInfo uri) {
        TenantId allowed = access.toWrite(tenant);
        RoomId call = RoomId.ofCall(allowed, Access.id(id));
        Document document = Document.read(body, "administrator_leg_id", "room");
        LegId administrator = new LegId(
                document.text("administrator_leg_id", ID, "the id of a leg").orElse(id));
        Optional<RoomId> room =
                document.text("room", ROOM, "a conference extension").map(name -> RoomId.ofExtension(allowed, name));
        document.check();
        if (room.isPresent() && policies.find(room.get()).isEmpty()) {
            throw new Refused(Rejections.problem(Rejection.ROOM_UNKNOWN));
        }
        Optional<Duration> wait = outcomes.wait(Optional.ofNullable(prefer));
        if (wait.isEmpty()) {
            return Uni.createFrom().item(() -> {
                ask(call, administrator, room);
                return Response.accepted().build();
            });
        }
        return escalations
                .await(call, wait.get(), () -> ask(call, administrator, room))
                .map(found -> found.map(view -> Response.created(uri.getBaseUriBuilder()
                                        .path("/v1/tenants/{tenant}/conferences/{room}")
                                        .build(tenant, view.room()))
                                .entity(view))
                        .orElseGet(Response::accepted)
                        .header("Preference-Applied", "wait=" + wait.get().toSeconds())
                        .build());
    }

    /** As its path has it. */
    static String id(RoomId call) {
        return call.name().substring("call-".length());
    }

    private void ask(RoomId call, LegId administrator, Optional<RoomId> room) {
        calls.escalate(call, administrator, room);
        LOG.infof(
                "asked by API request=EscalateCall tenantId=%s roomId=%s caller=%s",
                call.tenant(), call, access.name());
    }

    /** Who becomes what, and where. */
    @Schema(name = "EscalationRequest", description = "Who becomes the administrator, and in which room.")
    public record EscalationWish(
            @Schema(description = "The leg of who becomes the administrator; left out: who called.")
            Optional<String> administratorLegId,

            @Schema(description = "A dynamic conference extension; left out: the first that is free.", examples = "900")
            Optional<String> room) {}

    /** The conference that a call has become. */
    @Schema(name = "Escalation", description = "The conference that a call has become.")
    public record EscalationView(@Schema(examples = "900") String room, String conferenceId) {}
}
