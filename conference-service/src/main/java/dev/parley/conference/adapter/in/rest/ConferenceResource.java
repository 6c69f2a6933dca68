package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.LiveConferences;
import dev.parley.conference.application.LiveConferences.Sight;
import dev.parley.conference.domain.Prompt;
import dev.parley.conference.domain.Request;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Conferences as a whole. */
@Path("/v1/tenants/{tenant}/conferences")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "conferences", description = "The conferences that go on.")
public class ConferenceResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    private static final int MOST_PROMPTS = 20;
    private static final String PROMPT = "[a-z0-9][a-z0-9-]{0,62}";

    private final Access access;
    private final Desk desk;
    private final LiveConferences conferences;
    private final Once once;

    ConferenceResource(Access access, Desk desk, LiveConferences conferences, Once once) {
        this.access = access;
        this.desk = desk;
        this.conferences = conferences;
        this.once = once;
    }

    @GET
    @Operation(
            operationId = "listConferences",
            summary = "Lists the conferences that go on",
            description = "By the names of their rooms. The header Link leads to the next page, where there is one.")
    @APIResponse(
            responseCode = "200",
            description = "A page of conferences.",
            content = @Content(schema = @Schema(implementation = ConferenceView.Page.class)))
    public Response list(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        TenantId named = access.toRead(tenant);
        int most = limit(limit);
        List<Sight> found = conferences.ofTenant(named, Cursor.read(cursor), most + 1);
        List<Sight> page = found.size() > most ? found.subList(0, most) : found;
        Response.ResponseBuilder reply = Response.ok(
                new ConferenceView.Page(page.stream().map(ConferenceView::of).toList()));
        if (found.size() > most) {
            reply.header("Link", Cursor.link(uri, page.getLast().room().name()));
        }
        return reply.build();
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > HIGHEST_LIMIT) {
            throw new Refused(Problem.parameter(
                    "limit", "out_of_range", "Expected 'limit' to be a whole number from 1 to " + HIGHEST_LIMIT));
        }
        return Integer.parseInt(asked);
    }

    @GET
    @Path("/{room}")
    @Operation(
            operationId = "getConference",
            summary = "Reads a conference, its participants and invitations as of one event")
    @APIResponse(
            responseCode = "200",
            description = "The conference.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public ConferenceView read(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return ConferenceView.of(desk.read(access.toRead(tenant, room)));
    }

    @DELETE
    @Path("/{room}")
    @Operation(operationId = "endConference", summary = "Ends the conference for all (as *99# does)")
    @APIResponse(responseCode = "204", description = "It is over.")
    public Response end(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.remove(access.toWrite(tenant, room), new Request.End());
    }

    @PUT
    @Path("/{room}/lock")
    @Operation(operationId = "lockConference", summary = "Lets nobody in any more")
    @APIResponse(
            responseCode = "200",
            description = "It is locked.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response lock(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.change(access.toWrite(tenant, room), new Request.Lock());
    }

    @DELETE
    @Path("/{room}/lock")
    @Operation(operationId = "unlockConference", summary = "Takes that back")
    @APIResponse(
            responseCode = "200",
            description = "It is not locked.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response unlock(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.change(access.toWrite(tenant, room), new Request.Unlock());
    }

    @PUT
    @Path("/{room}/mute")
    @Operation(
            operationId = "muteAll",
            summary = "Mutes all who are no moderators, and whoever joins later (as *92 does)")
    @APIResponse(
            responseCode = "200",
            description = "They are muted by policy.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response muteAll(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.change(access.toWrite(tenant, room), new Request.MuteAll());
    }

    @DELETE
    @Path("/{room}/mute")
    @Operation(
            operationId = "unmuteAll",
            summary = "Takes that back (as *93 does)",
            description = "Who is muted by a moderator, or by itself, stays so.")
    @APIResponse(
            responseCode = "200",
            description = "Nobody is muted by policy.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response unmuteAll(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.change(access.toWrite(tenant, room), new Request.UnmuteAll());
    }

    @PUT
    @Path("/{room}/recording")
    @Operation(operationId = "startRecording", summary = "Records the conference; all are told")
    @APIResponse(
            responseCode = "200",
            description = "It is recorded.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response startRecording(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.change(access.toWrite(tenant, room), new Request.StartRecording());
    }

    @DELETE
    @Path("/{room}/recording")
    @Operation(operationId = "stopRecording", summary = "Ends the recording; all are told")
    @APIResponse(
            responseCode = "200",
            description = "It is not recorded.",
            content = @Content(schema = @Schema(implementation = ConferenceView.class)))
    public Response stopRecording(@PathParam("tenant") String tenant, @PathParam("room") String room) {
        return desk.change(access.toWrite(tenant, room), new Request.StopRecording());
    }

    @POST
    @Path("/{room}/announcements")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "announce", summary = "Plays prompts to all, or to one")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AnnouncementWish.class)))
    @APIResponse(responseCode = "202", description = "It will be heard after what is being said already.")
    public Response announce(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            @Parameter(description = "The same in a repetition: it is said once.") @HeaderParam(Once.HEADER) @Nullable
                    String repeatable,
            InputStream body,
            @Context UriInfo uri) {
        var allowed = access.toWrite(tenant, room);
        byte[] bytes = Document.bytes(body);
        Document document = Document.read(bytes, "prompts", "participant_id");
        List<Prompt> prompts =
                document.texts("prompts", MOST_PROMPTS, PROMPT, "the name of a prompt, such as 'welcome'").stream()
                        .map(Prompt::new)
                        .toList();
        Optional<ParticipantId> participant = document.text(
                        "participant_id", "[A-Za-z0-9-]{1,64}", "the id of a participant")
                .map(ParticipantId::new);
        document.check();
        once.make(repeatable, uri, bytes, () -> {
            desk.remove(allowed, new Request.Announce(prompts, participant));
            return "said";
        });
        return Response.accepted().build();
    }

    /** What is to be said. */
    @Schema(name = "Announcement", description = "What is to be said.")
    public record AnnouncementWish(
            @Schema(
                    description = "Names of prompts, Parley's or the tenant's own, played one after another.",
                    required = true,
                    minItems = 1,
                    maxItems = MOST_PROMPTS)
            List<String> prompts,

            @Schema(description = "Who alone is to hear it; left out: all.")
            Optional<String> participantId) {}
}
