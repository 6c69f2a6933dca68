package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.domain.Rejection;
import dev.parley.conference.domain.Request;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Those who are aside, to talk with somebody in private. */
@Path("/v1/tenants/{tenant}/conferences/{room}/consultations")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "consultations", description = "Those who are aside, to talk with somebody in private.")
public class ConsultationResource {
    private static final String NUMBER = "\\+?[0-9]{1,32}";
    private static final String A_NUMBER = "an extension or a number: digits, a '+' before them or not";
    private static final String ID = "[A-Za-z0-9-]{1,64}";
    private static final int DEFAULT_RING = 60;
    private static final int SHORTEST_RING = 5;
    private static final int LONGEST_RING = 180;

    private final Access access;
    private final Desk desk;

    ConsultationResource(Access access, Desk desk) {
        this.access = access;
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "listConsultations", summary = "Lists those who are aside")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = ConsultationView.Page.class)))
    public ConsultationView.Page list(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return ConsultationView.Page.of(desk.read(access.toRead(tenant, room)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getConsultation",
            summary = "Reads a consultation that goes on",
            description = "What became of it is told by the event ConsultationEnded.")
    @APIResponse(
            responseCode = "200",
            description = "The consultation.",
            content = @Content(schema = @Schema(implementation = ConsultationView.class)))
    public ConsultationView read(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        String named = Access.id(id);
        return find(access.toRead(tenant, room), view -> view.id().equals(named));
    }

    private ConsultationView find(RoomId room, Predicate<ConsultationView> wanted) {
        return ConsultationView.all(desk.read(room)).stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new Refused(Rejections.problem(Rejection.NO_SUCH_CONSULTATION)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "consult",
            summary = "Lets a moderator go aside, to talk with somebody in private (as 0 does)",
            description =
                    "Without a number there is a dial tone, and the number is dialled by keys; whoever has it may be"
                            + " given the number by another request.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ConsultationWish.class)))
    @APIResponse(
            responseCode = "201",
            description = "The participant is aside; 'Location' tells of it while it is.",
            content = @Content(schema = @Schema(implementation = ConsultationView.class)))
    public Response consult(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            InputStream body,
            @Context UriInfo uri) {
        RoomId allowed = access.toWrite(tenant, room);
        Request.Consult wish = wish(body);
        desk.change(allowed, wish);
        ConsultationView view = find(
                allowed, one -> one.participantId().equals(wish.participant().value()));
        return Response.created(uri.getAbsolutePathBuilder().path(view.id()).build())
                .entity(view)
                .build();
    }

    private static Request.Consult wish(InputStream body) {
        Document document = Document.read(body, "participant_id", "number", "ring_seconds");
        document.require("participant_id");
        Request.Consult wish = new Request.Consult(
                new ParticipantId(document.text("participant_id", ID, "the id of a participant")
                        .orElse("-")),
                document.text("number", NUMBER, A_NUMBER),
                Duration.ofSeconds(document.number("ring_seconds", SHORTEST_RING, LONGEST_RING)
                        .orElse(DEFAULT_RING)));
        document.check();
        return wish;
    }

    @POST
    @Path("/{id}/merge")
    @Operation(
            operationId = "mergeConsultation",
            summary = "Brings both into the room (as ** does)",
            description = "From the first sound of the called party on; before its answer it is an invitation then.")
    @APIResponse(
            responseCode = "200",
            description = "Both are in the room.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response merge(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return desk.change(
                access.toWrite(tenant, room), new Request.MergeConsultation(new ConsultationId(Access.id(id))));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "endConsultation",
            summary = "Brings the participant back alone (as *# does)",
            description = "Whoever was called is hung up on, and has heard nothing of the room.")
    @APIResponse(responseCode = "204", description = "The participant is back in the room.")
    public Response end(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return desk.remove(
                access.toWrite(tenant, room), new Request.EndConsultation(new ConsultationId(Access.id(id))));
    }

    /** Who goes aside, and whom to call. */
    @Schema(name = "ConsultationRequest", description = "Who goes aside, and whom to call.")
    public record ConsultationWish(
            @Schema(description = "A moderator who is in.", required = true)
            String participantId,

            @Schema(
                    description = "An extension, or a number outside; left out: it is dialled by keys.",
                    pattern = NUMBER,
                    examples = "+4930123456")
            Optional<String> number,

            @Schema(
                    description = "For how long it rings, where an answer can be told from ringing.",
                    defaultValue = "60",
                    minimum = "5",
                    maximum = "180")
            Optional<Integer> ringSeconds) {}
}
