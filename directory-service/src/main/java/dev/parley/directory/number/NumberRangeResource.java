package dev.parley.directory.number;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Allotted numbers over HTTP. */
@Path("/v1/tenants/{tenant}/number-ranges")
@Tag(name = "number-ranges")
public class NumberRangeResource extends TenantCollection {
    NumberRangeResource(NumberRangeKind kind, Desk desk) {
        super(kind, desk);
    }
}
