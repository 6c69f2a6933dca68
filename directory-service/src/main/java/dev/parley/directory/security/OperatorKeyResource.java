package dev.parley.directory.security;

import dev.parley.directory.rest.Access;
import dev.parley.directory.rest.Problem;
import dev.parley.directory.rest.Problems;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Keys of operators, to everything. */
@Path("/v1/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "api-keys", description = "Who may use the API.")
public class OperatorKeyResource {
    private final KeyDesk desk;
    private final Access access;

    OperatorKeyResource(KeyDesk desk, Access access) {
        this.desk = desk;
        this.access = access;
    }

    @GET
    @Operation(operationId = "listOperatorApiKeys", summary = "Lists keys; what is secret of them is not shown")
    @APIResponse(
            responseCode = "200",
            description = "A page of keys.",
            content = @Content(schema = @Schema(implementation = KeyView.Page.class)))
    public Response list() {
        access.asOperator();
        return desk.list(Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createOperatorApiKey",
            summary = "Makes a key, and shows it this once",
            description = "A key can do no more than its maker's own, and never outlives it.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = KeyView.Wanted.class)))
    @APIResponse(
            responseCode = "201",
            description = "The key, all of it.",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    @APIResponse(
            responseCode = "422",
            description = "The wish is not right, or goes beyond what its maker may do.",
            content = @Content(mediaType = Problems.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response create(InputStream body) {
        access.asOperator();
        return desk.create(Optional.empty(), body);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOperatorApiKey", summary = "Shows a key, without what is secret of it")
    @APIResponse(
            responseCode = "200",
            description = "The key.",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response read(@PathParam("id") String id) {
        access.asOperator();
        return desk.read(Optional.empty(), id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeOperatorApiKey", summary = "Revokes a key: it opens nothing from now on")
    @APIResponse(responseCode = "204", description = "It is revoked.")
    public Response revoke(@PathParam("id") String id) {
        access.asOperator();
        return desk.revoke(Optional.empty(), id);
    }
}
