package dev.parley.directory.number;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Outside numbers over HTTP. */
@Path("/v1/tenants/{tenant}/numbers")
@Tag(name = "numbers")
public class NumberResource extends TenantCollection {
    NumberResource(NumberKind kind, Desk desk) {
        super(kind, desk);
    }
}
