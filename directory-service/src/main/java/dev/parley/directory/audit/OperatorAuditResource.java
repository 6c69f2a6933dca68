package dev.parley.directory.audit;

import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rest.Access;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what of what no tenant has, the newest first. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class OperatorAuditResource {
    private final AuditPages pages;
    private final Access access;

    OperatorAuditResource(AuditPages pages, Access access) {
        this.pages = pages;
        this.access = access;
    }

    @GET
    public Response list() {
        access.asOperator();
        return pages.page(ResourceId.OPERATOR);
    }
}
