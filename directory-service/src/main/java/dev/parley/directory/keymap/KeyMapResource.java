package dev.parley.directory.keymap;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Key maps over HTTP. */
@Path("/v1/tenants/{tenant}/key-maps")
@Tag(name = "key-maps")
public class KeyMapResource extends TenantCollection {
    KeyMapResource(KeyMapKind kind, Desk desk) {
        super(kind, desk);
    }
}
