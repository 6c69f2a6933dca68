package dev.parley.directory.security;

import dev.parley.contracts.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Keys to one tenant. */
@Path("/v1/tenants/{tenant}/api-keys")
@ApplicationScoped
public class TenantKeyResource {
    private final ApiKeys keys;
    private final Caller caller;
    private final dev.parley.access.http.CurrentGrant grant;

    TenantKeyResource(ApiKeys keys, Caller caller, dev.parley.access.http.CurrentGrant grant) {
        this.keys = keys;
        this.caller = caller;
        this.grant = grant;
    }

    @GET
    public Response list(@PathParam("tenant") String tenant) {
        TenantId id = new TenantId(tenant);
        if (!caller.mayRead(id)) {
            return Response.status(404).build();
        }
        return Response.ok(java.util.Map.of(
                        "items",
                        keys.list(Optional.of(id), "", 200).stream()
                                .map(KeyView::of)
                                .toList()))
                .build();
    }

    @POST
    public Response create(@PathParam("tenant") String tenant, KeyWish wish) {
        TenantId id = new TenantId(tenant);
        if (!caller.mayWrite(id)) {
            return Response.status(404).build();
        }
        return switch (keys.make(Optional.of(id), wish, grant.get().orElseThrow())) {
            case ApiKeys.Outcome.Made(ApiKey key, var text) ->
                Response.status(201).entity(KeyView.once(key, text)).build();
            case ApiKeys.Outcome.Refused(var violations) ->
                Response.status(422)
                        .entity(java.util.Map.of("errors", violations))
                        .build();
        };
    }

    @DELETE
    @Path("{id}")
    public Response revoke(@PathParam("tenant") String tenant, @PathParam("id") String key) {
        TenantId id = new TenantId(tenant);
        return Response.status(caller.mayWrite(id) && keys.revoke(Optional.of(id), key) ? 204 : 404)
                .build();
    }
}
