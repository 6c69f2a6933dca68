package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.rest.Access;
import dev.parley.directory.rest.Problem;
import dev.parley.directory.rest.Problems;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a tenant has recorded itself. */
@Path("/v1/tenants/{tenant}/prompts")
@Tag(name = "prompts", description = "What callers are told, in the tenant's own voice.")
public class PromptResource {
    private final PromptDesk desk;
    private final Access access;

    PromptResource(PromptDesk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listPrompts", summary = "Lists the tenant's own prompts")
    @APIResponse(
            responseCode = "200",
            description = "A page of prompts.",
            content = @Content(schema = @Schema(implementation = PromptView.Page.class)))
    public Response list(@PathParam("tenant") String tenant) {
        access.toRead(tenant);
        return desk.list(new TenantId(tenant));
    }

    @GET
    @Path("/{language}/{name}")
    @Produces(PromptDesk.WAV)
    @Operation(operationId = "getPrompt", summary = "Gives a prompt back as callers hear it")
    @APIResponse(
            responseCode = "200",
            description = "16 kHz, mono, 16 bits.",
            content =
                    @Content(mediaType = PromptDesk.WAV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response play(
            @PathParam("tenant") String tenant,
            @PathParam("language") String language,
            @PathParam("name") String name) {
        access.toRead(tenant);
        return desk.play(new PromptId(new TenantId(tenant), language, name));
    }

    @PUT
    @Path("/{language}/{name}")
    @Consumes({PromptDesk.WAV, "audio/x-wav", "audio/wave", "audio/vnd.wave"})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPrompt",
            summary = "Uploads a prompt",
            description =
                    "A WAV file of PCM samples of 8, 16, 24 or 32 bits or of float ones, 4 to 192 kHz, mono or stereo,"
                            + " at most 30 seconds and 10 MB. It is converted to what telephones can be played.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = PromptDesk.WAV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "It is played in the place of the one before.",
            content = @Content(schema = @Schema(implementation = PromptView.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is played from the next call on.",
            content = @Content(schema = @Schema(implementation = PromptView.class)))
    @APIResponse(
            responseCode = "413",
            description = "It is larger than 10 MB.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "It is no WAV file, or one of a kind that cannot be converted.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response put(
            @PathParam("tenant") String tenant,
            @PathParam("language") String language,
            @PathParam("name") String name,
            InputStream body) {
        access.toWrite(tenant);
        return desk.put(new PromptId(new TenantId(tenant), language, name), body);
    }

    @DELETE
    @Path("/{language}/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "deletePrompt",
            summary = "Takes a prompt back",
            description =
                    "Callers hear Parley's own again, where there is one of the name. Where there is none, the prompt"
                            + " stays as long as a menu or a room plays it.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(
            responseCode = "409",
            description = "Something would be left with nothing to play; it is named.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response delete(
            @PathParam("tenant") String tenant,
            @PathParam("language") String language,
            @PathParam("name") String name) {
        access.toWrite(tenant);
        return desk.delete(new PromptId(new TenantId(tenant), language, name));
    }
}
