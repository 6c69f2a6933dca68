package dev.parley.directory.policy;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantSingle;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The PIN policy over HTTP. */
@Path("/v1/tenants/{tenant}/pin-policy")
@Tag(name = "pin-policy")
public class PinPolicyResource extends TenantSingle {
    PinPolicyResource(PinPolicyKind kind, Desk desk) {
        super(kind, desk);
    }
}
