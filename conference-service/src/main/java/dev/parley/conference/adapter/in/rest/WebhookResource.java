package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.adapter.in.rest.WebhookView.Wish;
import dev.parley.conference.application.EventKinds;
import dev.parley.conference.application.Secrecy;
import dev.parley.conference.application.Webhook;
import dev.parley.conference.application.Webhooks;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Addresses that are told of what happens. */
@Path("/v1/tenants/{tenant}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "webhooks", description = "Addresses that are told of what happens, signed (standardwebhooks.com).")
public class WebhookResource {
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int MOST_KINDS = 100;

    private final Access access;
    private final Webhooks webhooks;
    private final WebhookDesk desk;
    private final Secrecy secrecy;
    private final EventKinds kinds;
    private final Once once;

    WebhookResource(Access access, Webhooks webhooks, WebhookDesk desk, Secrecy secrecy, EventKinds kinds, Once once) {
        this.access = access;
        this.webhooks = webhooks;
        this.desk = desk;
        this.secrecy = secrecy;
        this.kinds = kinds;
        this.once = once;
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "Lists webhooks, in the order in which they were made")
    @APIResponse(
            responseCode = "200",
            description = "All of them.",
            content = @Content(schema = @Schema(implementation = WebhookView.Page.class)))
    public WebhookView.Page list(@PathParam("tenant") String tenant) {
        return new WebhookView.Page(webhooks.ofTenant(access.toRead(tenant)).stream()
                .map(WebhookView::of)
                .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWebhook", summary = "Reads a webhook")
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return WebhookView.of(desk.find(access.toRead(tenant), id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createWebhook",
            summary = "Makes a webhook",
            description = "It is told what happens from now on. Keep the secret: it is not shown again.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class)))
    @APIResponse(
            responseCode = "201",
            description = "It is made.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response create(
            @PathParam("tenant") String tenant,
            @Parameter(description = "The same in a repetition: it is made once.") @HeaderParam(Once.HEADER) @Nullable
                    String repeatable,
            InputStream body,
            @Context UriInfo uri) {
        TenantId named = access.toWrite(tenant);
        byte[] bytes = Document.bytes(body);
        Wish wish = wish(bytes, true);
        Webhook made = desk.find(named, once.make(repeatable, uri, bytes, () -> desk.make(named, wish)));
        return Response.created(uri.getAbsolutePathBuilder().path(made.id()).build())
                .entity(WebhookView.of(made, Optional.of(secrecy.secret(made))))
                .build();
    }

    private Wish wish(byte[] body, boolean whole) {
        Document document = Document.read(body, "url", "events", "description", "enabled");
        if (whole) {
            document.require("url");
        }
        Optional<String> url = document.text("url", ".{1,2000}", "an address");
        url.ifPresent(text -> document.object("url", "forbidden_target", secrecy.objection(text)));
        Wish wish = new Wish(
                url,
                document.choices("events", MOST_KINDS, kinds.names()),
                document.text(
                        "description",
                        "[^\\p{Cntrl}]{0," + LONGEST_DESCRIPTION + "}",
                        "at most " + LONGEST_DESCRIPTION + " characters"),
                document.flag("enabled"));
        document.check();
        return wish;
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "changeWebhook",
            summary = "Changes a webhook",
            description = "What is left out stays. Whatever waits for one that is disabled is given up.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Wish.class)))
    @APIResponse(
            responseCode = "200",
            description = "The webhook.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView change(@PathParam("tenant") String tenant, @PathParam("id") String id, InputStream body) {
        TenantId named = access.toWrite(tenant);
        return WebhookView.of(desk.change(named, id, wish(Document.bytes(body), false)));
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Gives a webhook a new secret",
            description = "For 24 hours messages are signed with both.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook, with its new secret.",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public WebhookView renew(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Webhook renewed = desk.renew(access.toWrite(tenant), id);
        return WebhookView.of(renewed, Optional.of(secrecy.secret(renewed)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteWebhook", summary = "Removes a webhook and all its deliveries")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        desk.remove(access.toWrite(tenant), id);
        return Response.noContent().build();
    }
}
