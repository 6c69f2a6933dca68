package dev.parley.directory.quota;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantSingle;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Quotas over HTTP. */
@Path("/v1/tenants/{tenant}/quotas")
@Tag(name = "quotas")
public class QuotaResource extends TenantSingle {
    QuotaResource(QuotaKind kind, Desk desk) {
        super(kind, desk);
    }
}
