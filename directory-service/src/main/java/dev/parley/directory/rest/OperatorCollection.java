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

/** Documents of one kind that belong to the installation, and so to its operators. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class OperatorCollection {
    private final Kind<?> kind;
    private final Desk desk;

    protected OperatorCollection(Kind<?> kind, Desk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    @GET
    public Response list() {
        desk.access().asOperator();
        return desk.list(ResourceId.OPERATOR, kind);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(InputStream body) {
        desk.access().asOperator();
        return desk.create(ResourceId.OPERATOR, kind, body);
    }

    @GET
    @Path("/{name}")
    public Response read(@PathParam("name") String name) {
        desk.access().asOperator();
        return desk.read(id(name));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("name") String name, InputStream body) {
        desk.access().asOperator();
        return desk.replace(id(name), body);
    }

    @PATCH
    @Path("/{name}")
    @Consumes(TenantCollection.MERGE_PATCH)
    public Response patch(@PathParam("name") String name, InputStream body) {
        desk.access().asOperator();
        return desk.patch(id(name), body);
    }

    @DELETE
    @Path("/{name}")
    public Response delete(@PathParam("name") String name) {
        desk.access().asOperator();
        return desk.delete(id(name));
    }

    private ResourceId id(String name) {
        return new ResourceId(ResourceId.OPERATOR, kind.collection(), name);
    }
}
