package dev.parley.directory.audit;

import dev.parley.directory.rest.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what of a tenant, the newest first. */
@Path("/v1/tenants/{tenant}/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
    private final AuditPages pages;
    private final Access access;

    AuditResource(AuditPages pages, Access access) {
        this.pages = pages;
        this.access = access;
    }

    @GET
    public Response list(@PathParam("tenant") String tenant) {
        access.toRead(tenant);
        return pages.page(tenant);
    }
}
