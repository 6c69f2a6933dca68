package dev.parley.directory.trunk;

import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trunks of a tenant over HTTP, and the operator's word for where their calls come from. */
@Path("/v1/tenants/{tenant}/trunks")
@Tag(name = "trunks")
public class TrunkResource extends TenantCollection {
    private static final String CONFIRMATION = "/{name}/source-confirmation";

    private final Desk desk;

    TrunkResource(TrunkKind kind, Desk desk) {
        super(kind, desk);
        this.desk = desk;
    }

    /** The trunk has the source that is said here, whatever it had before: nothing else is confirmed. */
    @PUT
    @Path(CONFIRMATION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response confirmSource(
            @PathParam("tenant") String tenant, @PathParam("name") String name, InputStream body) {
        desk.access().toOperate(tenant);
        return desk.amend(trunk(tenant, name), SourceConfirmation.patch(desk.object(body)));
    }

    /** Calls from there are the trunk's no more. */
    @DELETE
    @Path(CONFIRMATION)
    public Response withdrawConfirmation(@PathParam("tenant") String tenant, @PathParam("name") String name) {
        desk.access().toOperate(tenant);
        return desk.amend(trunk(tenant, name), SourceConfirmation.withdrawal());
    }

    private static ResourceId trunk(String tenant, String name) {
        return new ResourceId(tenant, TrunkKind.COLLECTION, name);
    }
}
