package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.adapter.in.rest.WebhookView.DeliveryView;
import dev.parley.conference.application.Deliveries;
import dev.parley.conference.application.Deliveries.Delivery;
import dev.parley.conference.application.PastQuery.Place;
import dev.parley.conference.application.Webhook;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What webhooks were told, and what waits for them. */
@Path("/v1/tenants/{tenant}/webhooks/{webhook}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "webhooks", description = "Addresses that are told of what happens, signed (standardwebhooks.com).")
public class DeliveryResource {
    private final Access access;
    private final Deliveries deliveries;
    private final WebhookDesk desk;

    DeliveryResource(Access access, Deliveries deliveries, WebhookDesk desk) {
        this.access = access;
        this.deliveries = deliveries;
        this.desk = desk;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "Lists what a webhook was told, and what waits for it",
            description = "The newest first, for a week. The header Link leads to the next page, where there is one.")
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries.",
            content = @Content(schema = @Schema(implementation = WebhookView.Deliveries.class)))
    public Response list(
            @PathParam("tenant") String tenant, @PathParam("webhook") String id, @BeanParam Paging paging) {
        Webhook webhook = desk.find(access.toRead(tenant), id);
        return paging.reply(
                        deliveries.find(webhook.id(), paging.query()),
                        delivery -> new Place(delivery.created(), delivery.id()),
                        page -> new WebhookView.Deliveries(
                                page.stream().map(DeliveryView::of).toList()))
                .build();
    }

    @GET
    @Path("/deliveries/{id}")
    @Operation(operationId = "getDelivery", summary = "Reads a delivery")
    @APIResponse(
            responseCode = "200",
            description = "The delivery.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView read(
            @PathParam("tenant") String tenant, @PathParam("webhook") String webhook, @PathParam("id") String id) {
        return DeliveryView.of(find(desk.find(access.toRead(tenant), webhook), id));
    }

    private Delivery find(Webhook webhook, String id) {
        return deliveries.find(webhook.id(), Access.id(id)).orElseThrow(() -> new Refused(Problem.notFound()));
    }

    @POST
    @Path("/deliveries/{id}/replay")
    @Operation(
            operationId = "replayDelivery",
            summary = "Tells it once more",
            description = "With the same webhook-id, so that whoever has it knows it. It waits for nothing else.")
    @APIResponse(
            responseCode = "202",
            description = "The new delivery.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response replay(
            @PathParam("tenant") String tenant,
            @PathParam("webhook") String id,
            @PathParam("id") String delivery,
            @Context UriInfo uri) {
        Webhook webhook = desk.find(access.toWrite(tenant), id);
        return accepted(desk.replay(webhook, find(webhook, delivery)), uri);
    }

    @POST
    @Path("/ping")
    @Operation(operationId = "pingWebhook", summary = "Sends a message that says nothing")
    @APIResponse(
            responseCode = "202",
            description = "The delivery, which tells what comes of it.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public Response ping(@PathParam("tenant") String tenant, @PathParam("webhook") String id, @Context UriInfo uri) {
        return accepted(desk.ping(desk.find(access.toWrite(tenant), id)), uri);
    }

    private static Response accepted(Delivery delivery, UriInfo uri) {
        String path = uri.getPath();
        String webhook = path.substring(
                0, path.indexOf(delivery.webhook()) + delivery.webhook().length());
        return Response.accepted(DeliveryView.of(delivery))
                .location(uri.getBaseUriBuilder()
                        .path(webhook)
                        .path("deliveries")
                        .path(delivery.id())
                        .build())
                .build();
    }
}
