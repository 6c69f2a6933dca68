package dev.parley.directory.audit;

import dev.parley.directory.resource.AuditTable;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rest.Access;
import dev.parley.directory.rest.Ask;
import dev.parley.directory.rest.Replies;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who changed what, the newest first. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {
    private final AuditTable audit;
    private final Access access;
    private final Replies replies;
    private final Ask ask;

    AuditResource(AuditTable audit, Access access, Replies replies, Ask ask) {
        this.audit = audit;
        this.access = access;
        this.replies = replies;
        this.ask = ask;
    }

    @GET
    @Path("/tenants/{tenant}/audit")
    public Response list(@PathParam("tenant") String tenant) {
        access.toRead(tenant);
        return page(tenant);
    }

    @GET
    @Path("/audit")
    public Response listOperators() {
        access.asOperator();
        return page(ResourceId.OPERATOR);
    }

    private Response page(String tenant) {
        ask.knowsOnly("limit", "cursor");
        int limit = ask.limit();
        List<AuditNote> found = audit.newest(tenant, ask.numericCursor().orElse(Long.MAX_VALUE), limit + 1).stream()
                .map(AuditNote::of)
                .toList();
        boolean more = found.size() > limit;
        List<AuditNote> page = more ? found.subList(0, limit) : found;
        Optional<URI> next =
                more ? Optional.of(ask.further(String.valueOf(page.getLast().id()))) : Optional.empty();
        return replies.values(page, next);
    }
}
