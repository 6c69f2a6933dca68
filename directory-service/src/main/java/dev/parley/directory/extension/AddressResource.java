package dev.parley.directory.extension;

import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extensions of all tenants by their global address, {@code demo*910}; for operators. */
@Path("/v1/extensions/{address}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "extensions")
public class AddressResource {
    private final Desk desk;

    AddressResource(Desk desk) {
        this.desk = desk;
    }

    @GET
    public Response read(@PathParam("address") String address) {
        return desk.read(operated(address));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("address") String address, InputStream body) {
        return desk.replace(operated(address), body);
    }

    @PATCH
    @Consumes(TenantCollection.MERGE_PATCH)
    public Response patch(@PathParam("address") String address, InputStream body) {
        return desk.patch(operated(address), body);
    }

    @DELETE
    public Response delete(@PathParam("address") String address) {
        return desk.delete(operated(address));
    }

    private ResourceId operated(String address) {
        desk.access().asOperator();
        int star = address.indexOf('*');
        String tenant = star < 0 ? "" : address.substring(0, star);
        desk.access().toRead(tenant);
        return new ResourceId(tenant, ExtensionKind.COLLECTION, address.substring(star + 1));
    }
}
