package dev.parley.directory.trunk;

import dev.parley.directory.rest.Desk;
import dev.parley.directory.rest.OperatorCollection;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Trunks that all tenants may use, over HTTP. */
@Path("/v1/trunks")
@Tag(name = "trunks")
public class SharedTrunkResource extends OperatorCollection {
    SharedTrunkResource(TrunkKind kind, Desk desk) {
        super(kind, desk);
    }
}
