package dev.parley.directory.classofservice;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.TenantCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Classes of service over HTTP. */
@Path("/v1/tenants/{tenant}/classes-of-service")
@Tag(name = "classes-of-service")
public class ClassOfServiceResource extends TenantCollection {
    ClassOfServiceResource(ClassOfServiceKind kind, Desk desk) {
        super(kind, desk);
    }
}
