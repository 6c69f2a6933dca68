package dev.parley.directory.trunk;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trunks of a tenant over HTTP. */
@Path("/v1/tenants/{tenant}/trunks")
@Tag(name = "trunks")
public class TrunkResource extends TenantCollection {
    TrunkResource(TrunkKind kind, Desk desk) {
        super(kind, desk);
    }
}
