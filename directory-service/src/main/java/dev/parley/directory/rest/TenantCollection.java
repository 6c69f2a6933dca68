package dev.parley.directory.rest;

import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Documents of one kind that a tenant has many of, by their names. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TenantCollection {
    static final String MERGE_PATCH = "application/merge-patch+json";

    private final Kind<?> kind;
    private final Desk desk;

    protected TenantCollection(Kind<?> kind, Desk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    @GET
    public Response list(@PathParam("tenant") String tenant) {
        desk.access().toRead(tenant);
        return desk.list(tenant, kind);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@PathParam("tenant") String tenant, InputStream body) {
        desk.access().toWrite(tenant, kind);
        return desk.create(tenant, kind, body);
    }

    @GET
    @Path("/{name}")
    public Response read(@PathParam("tenant") String tenant, @PathParam("name") String name) {
        desk.access().toRead(tenant);
        return desk.read(id(tenant, name));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("tenant") String tenant, @PathParam("name") String name, InputStream body) {
        desk.access().toWrite(tenant, kind);
        return desk.replace(id(tenant, name), body);
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MERGE_PATCH)
    public Response patch(@PathParam("tenant") String tenant, @PathParam("name") String name, InputStream body) {
        desk.access().toWrite(tenant, kind);
        return desk.patch(id(tenant, name), body);
    }

    @DELETE
    @Path("/{name}")
    public Response delete(@PathParam("tenant") String tenant, @PathParam("name") String name) {
        desk.access().toWrite(tenant, kind);
        return desk.delete(id(tenant, name));
    }

    private ResourceId id(String tenant, String name) {
        return new ResourceId(tenant, kind.collection(), name);
    }
}
