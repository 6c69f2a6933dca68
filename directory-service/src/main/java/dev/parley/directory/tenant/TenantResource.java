package dev.parley.directory.tenant;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.OperatorCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tenants over HTTP. */
@Path("/v1/tenants")
@Tag(name = "tenants")
public class TenantResource extends OperatorCollection {
    TenantResource(TenantKind kind, Desk desk) {
        super(kind, desk);
    }
}
