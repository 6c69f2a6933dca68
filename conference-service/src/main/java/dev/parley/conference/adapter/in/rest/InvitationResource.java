package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.LiveConferences;
import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.domain.CallerId;
import dev.parley.conference.domain.Rejection;
import dev.parley.conference.domain.Request;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Those who are called into a conference. */
@Path("/v1/tenants/{tenant}/conferences/{room}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "invitations", description = "Those who are called into a conference.")
public class InvitationResource {
    private static final String NUMBER = "\\+?[0-9]{1,32}";
    private static final String A_NUMBER = "an extension or a number: digits, a '+' before them or not";
    private static final String DESTINATION =
            NUMBER + "|[sS][iI][pP]:" + NUMBER + "@[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";
    private static final String A_DESTINATION = A_NUMBER + "; or a SIP URI of the tenant's own domain";
    private static final int DEFAULT_RING = 60;
    private static final int SHORTEST_RING = 5;
    private static final int LONGEST_RING = 180;

    private final Access access;
    private final Desk desk;
    private final LiveConferences conferences;
    private final Outcomes outcomes;
    private final Once once;
    private final NumberPlan numbers;

    InvitationResource(
            Access access, Desk desk, LiveConferences conferences, Outcomes outcomes, Once once, NumberPlan numbers) {
        this.access = access;
        this.desk = desk;
        this.conferences = conferences;
        this.outcomes = outcomes;
        this.once = once;
        this.numbers = numbers;
    }

    @GET
    @Operation(operationId = "listInvitations", summary = "Lists those who are being called")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = InvitationView.Page.class)))
    public InvitationView.Page list(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return InvitationView.Page.of(desk.read(access.toRead(tenant, room)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getInvitation",
            summary = "Reads an invitation",
            description = "Also when its outcome is known, and when the conference is over.")
    @APIResponse(
            responseCode = "200",
            description = "The invitation.",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public InvitationView read(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return view(access.toRead(tenant, room), new InvitationId(Access.id(id)));
    }

    private InvitationView view(RoomId room, InvitationId id) {
        return conferences
                .invitation(room, id)
                .map(InvitationView::of)
                .orElseThrow(() -> new Refused(Rejections.problem(Rejection.NO_SUCH_INVITATION)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "invite",
            summary = "Calls somebody into the conference (as *8NUMBER# does)",
            description = "Where no conference goes on, one begins. The answer comes at once; with the header"
                    + " 'Prefer: wait=30' it waits so many seconds for the outcome.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = InvitationWish.class)))
    @APIResponse(
            responseCode = "201",
            description = "The outcome, which was waited for.",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is being called; 'Location' tells of it, and of the outcome.",
            content = @Content(schema = @Schema(implementation = InvitationView.class)))
    public Uni<Response> invite(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            @Parameter(description = "How many seconds to wait for the outcome.", example = "wait=30")
                    @HeaderParam("Prefer")
                    @Nullable
                    String prefer,
            @Parameter(description = "The same in a repetition: it is called once.") @HeaderParam(Once.HEADER) @Nullable
                    String repeatable,
            InputStream body,
            @Context UriInfo uri) {
        RoomId allowed = access.toWrite(tenant, room);
        byte[] bytes = Document.bytes(body);
        Request.Invite wish = wish(allowed.tenant(), bytes);
        InvitationId id = new InvitationId(once.make(
                repeatable, uri, bytes, () -> desk.invite(allowed, wish).value()));
        URI location = uri.getAbsolutePathBuilder().path(id.value()).build();
        Optional<Duration> wait = outcomes.wait(Optional.ofNullable(prefer));
        if (wait.isEmpty()) {
            return Uni.createFrom().item(() -> reply(location, view(allowed, id), wait));
        }
        return outcomes.await(allowed, id, wait.get())
                .map(invited -> reply(location, InvitationView.of(invited), wait));
    }

    private static Response reply(URI location, InvitationView view, Optional<Duration> wait) {
        int status = view.ended().isPresent() ? 201 : 202;
        Response.ResponseBuilder reply =
                Response.status(status).location(location).entity(view);
        wait.ifPresent(waited -> reply.header("Preference-Applied", "wait=" + waited.toSeconds()));
        return reply.build();
    }

    private Request.Invite wish(TenantId tenant, byte[] body) {
        Document document =
                Document.read(body, "number", "role", "caller_id", "withhold_number", "early_media", "ring_seconds");
        document.require("number");
        Optional<String> wanted = document.text("caller_id", NUMBER, A_NUMBER);
        Optional<String> callerId = wanted.flatMap(number -> numbers.callerId(tenant, number));
        document.object(
                "caller_id",
                "not_allotted",
                wanted.filter(_ -> callerId.isEmpty())
                        .map(_ -> "Expected 'caller_id' to be an extension or a number of the tenant"));
        Request.Invite wish = new Request.Invite(
                document.text("number", DESTINATION, A_DESTINATION).orElse(""),
                document.choice("role", Role.class).orElse(Role.PARTICIPANT),
                new CallerId(callerId, document.flag("withhold_number")),
                document.flag("early_media").orElse(true),
                Duration.ofSeconds(document.number("ring_seconds", SHORTEST_RING, LONGEST_RING)
                        .orElse(DEFAULT_RING)));
        document.check();
        return wish;
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "cancelInvitation", summary = "Takes an invitation back that has no outcome yet")
    @APIResponse(responseCode = "204", description = "It is being called no more; the outcome is 'cancelled'.")
    public Response cancel(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return desk.remove(access.toWrite(tenant, room), new Request.CancelInvitation(new InvitationId(Access.id(id))));
    }

    /** Whom to call. */
    @Schema(name = "InvitationRequest", description = "Whom to call, and how.")
    public record InvitationWish(
            @Schema(
                    description = "An extension, a number outside, or either as a SIP URI of the tenant's own domain.",
                    required = true,
                    pattern = DESTINATION,
                    examples = "+4930123456")
            String number,

            @Schema(
                    description = "What the called party will be.",
                    defaultValue = "participant",
                    enumeration = {"moderator", "participant"})
            Optional<String> role,

            @Schema(
                    description = "On whose behalf: an extension, which presents what is set for it, or a number of the"
                            + " tenant's. Left out: the room's own number, or what the tenant presents.",
                    pattern = NUMBER)
            Optional<String> callerId,

            @Schema(
                    description = "Whether the called party is not told the number. Left out: as is set for the"
                            + " extension.")
            Optional<Boolean> withholdNumber,

            @Schema(description = "Whether the room hears what comes before the answer.", defaultValue = "true")
            Optional<Boolean> earlyMedia,

            @Schema(description = "For how long it rings.", defaultValue = "60", minimum = "5", maximum = "180")
            Optional<Integer> ringSeconds) {}
}
