package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.domain.Muting;
import dev.parley.conference.domain.Request;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.ParticipantId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Those who are in a conference. */
@Path("/v1/tenants/{tenant}/conferences/{room}/participants")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "participants", description = "Those who are in a conference.")
public class ParticipantResource {
    private final Access access;
    private final Desk desk;

    ParticipantResource(Access access, Desk desk) {
        this.access = access;
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "listParticipants", summary = "Lists those who are in")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = ParticipantView.Page.class)))
    public ParticipantView.Page list(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return ParticipantView.Page.of(desk.read(access.toRead(tenant, room)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getParticipant", summary = "Reads a participant")
    @APIResponse(
            responseCode = "200",
            description = "The participant.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public ParticipantView read(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return desk.read(access.toRead(tenant, room), new ParticipantId(Access.id(id)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "kickParticipant", summary = "Sends a participant away; it hears so")
    @APIResponse(responseCode = "204", description = "It is not in any more.")
    public Response kick(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return desk.remove(access.toWrite(tenant, room), new Request.Kick(new ParticipantId(Access.id(id))));
    }

    @PUT
    @Path("/{id}/mutes/{by}")
    @Operation(
            operationId = "muteParticipant",
            summary = "Mutes a participant",
            description = "Why somebody is not heard is three facts, each set and taken back by itself: as if the"
                    + " participant had muted itself (*1), by a moderator, by policy (as *92 does, for this one).")
    @APIResponse(
            responseCode = "200",
            description = "It is not heard.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response mute(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            @PathParam("id") String id,
            @Parameter(schema = @Schema(enumeration = {"self", "moderator", "policy"})) @PathParam("by") String by) {
        Muting muting = muting(by);
        return change(tenant, room, id, participant -> new Request.Mute(participant, muting));
    }

    @DELETE
    @Path("/{id}/mutes/{by}")
    @Operation(
            operationId = "unmuteParticipant",
            summary = "Takes one reason back",
            description = "It is heard when none of the three is left.")
    @APIResponse(
            responseCode = "200",
            description = "This does not mute it any more.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response unmute(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            @PathParam("id") String id,
            @Parameter(schema = @Schema(enumeration = {"self", "moderator", "policy"})) @PathParam("by") String by) {
        Muting muting = muting(by);
        return change(tenant, room, id, participant -> new Request.Unmute(participant, muting));
    }

    private static Muting muting(String by) {
        return Arrays.stream(Muting.values())
                .filter(muting -> ParticipantView.lower(muting).equals(by))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.notFound()));
    }

    @PUT
    @Path("/{id}/deaf")
    @Operation(operationId = "deafenParticipant", summary = "Lets a participant hear nobody")
    @APIResponse(
            responseCode = "200",
            description = "It hears nobody.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response deafen(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return change(tenant, room, id, Request.Deafen::new);
    }

    @DELETE
    @Path("/{id}/deaf")
    @Operation(operationId = "undeafenParticipant", summary = "Takes that back")
    @APIResponse(
            responseCode = "200",
            description = "It hears the others.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response undeafen(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return change(tenant, room, id, Request.Undeafen::new);
    }

    @PUT
    @Path("/{id}/hold")
    @Operation(
            operationId = "holdParticipant",
            summary = "Lets a participant wait with music",
            description = "It neither hears nor is heard. That its own phone holds is another fact, which stays.")
    @APIResponse(
            responseCode = "200",
            description = "It waits.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response hold(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return change(tenant, room, id, Request.PutOnHold::new);
    }

    @DELETE
    @Path("/{id}/hold")
    @Operation(operationId = "resumeParticipant", summary = "Takes that back")
    @APIResponse(
            responseCode = "200",
            description = "It does not wait any more.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response resume(
            @PathParam("tenant") String tenant, @PathParam("room") String room, @PathParam("id") String id) {
        return change(tenant, room, id, Request.TakeOffHold::new);
    }

    @PUT
    @Path("/{id}/role")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "assignRole", summary = "Makes a participant a moderator, or no longer one")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RoleWish.class)))
    @APIResponse(
            responseCode = "200",
            description = "It has the role.",
            content = @Content(schema = @Schema(implementation = ParticipantView.class)))
    public Response role(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            @PathParam("id") String id,
            InputStream body) {
        access.toWrite(tenant, room);
        Document document = Document.read(body, "role");
        document.require("role");
        Role role = document.choice("role", Role.class).orElse(Role.PARTICIPANT);
        document.check();
        return change(tenant, room, id, participant -> new Request.AssignRole(participant, role));
    }

    private Response change(
            String tenant, String room, String id, Function<ParticipantId, Request.OfParticipant> request) {
        return desk.change(access.toWrite(tenant, room), request.apply(new ParticipantId(Access.id(id))));
    }

    /** The role that is wished. */
    @Schema(name = "RoleAssignment", description = "The role that is wished.")
    public record RoleWish(
            @Schema(
                    required = true,
                    enumeration = {"moderator", "participant"})
            String role) {}
}
