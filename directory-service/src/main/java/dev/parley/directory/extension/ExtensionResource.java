package dev.parley.directory.extension;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extensions over HTTP. */
@Path("/v1/tenants/{tenant}/extensions")
@Tag(name = "extensions")
public class ExtensionResource extends TenantCollection {
    ExtensionResource(ExtensionKind kind, Desk desk) {
        super(kind, desk);
    }
}
