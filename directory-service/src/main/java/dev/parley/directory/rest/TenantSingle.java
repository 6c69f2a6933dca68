package dev.parley.directory.rest;

import dev.parley.directory.resource.Kind;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** A document of a kind that each tenant has one of. Deleted, it is as it was at first. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class TenantSingle {
    private final Kind<?> kind;
    private final Desk desk;

    protected TenantSingle(Kind<?> kind, Desk desk) {
        this.kind = kind;
        this.desk = desk;
    }

    @GET
    public Response read(@PathParam("tenant") String tenant) {
        desk.access().toRead(tenant);
        return desk.readOnly(tenant, kind);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("tenant") String tenant, InputStream body) {
        desk.access().toWrite(tenant, kind);
        return desk.replace(Replies.only(tenant, kind), body);
    }

    @PATCH
    @Consumes(TenantCollection.MERGE_PATCH)
    public Response patch(@PathParam("tenant") String tenant, InputStream body) {
        desk.access().toWrite(tenant, kind);
        return desk.patchOnly(tenant, kind, body);
    }

    @DELETE
    public Response delete(@PathParam("tenant") String tenant) {
        desk.access().toWrite(tenant, kind);
        return desk.delete(Replies.only(tenant, kind));
    }
}
