package dev.parley.directory.credential;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Credentials over HTTP. */
@Path("/v1/tenants/{tenant}/credentials")
@Tag(name = "credentials")
public class CredentialResource extends TenantCollection {
    CredentialResource(CredentialKind kind, Desk desk) {
        super(kind, desk);
    }
}
