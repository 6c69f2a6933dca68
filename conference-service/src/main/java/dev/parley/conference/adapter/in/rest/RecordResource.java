package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.CallEntries;
import dev.parley.conference.application.PastConference;
import dev.parley.conference.application.PastConferences;
import dev.parley.conference.application.PastQuery.Place;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is left of calls and conferences that are over. */
@Path("/v1/tenants/{tenant}")
@Blocking
@Tag(name = "records", description = "What is left of calls and conferences that are over.")
public class RecordResource {
    private static final String NEWEST_FIRST =
            "The newest first. The header Link leads to the next page, where there is"
                    + " one. With 'Accept: text/csv' as a table.";

    private final Access access;
    private final CallEntries calls;
    private final PastConferences conferences;

    RecordResource(Access access, CallEntries calls, PastConferences conferences) {
        this.access = access;
        this.calls = calls;
        this.conferences = conferences;
    }

    @GET
    @Path("/call-records")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "listCallRecords",
            summary = "Lists calls that are over, one record for each leg",
            description = NEWEST_FIRST)
    @APIResponse(
            responseCode = "200",
            description = "A page of records.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CallRecordView.Page.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response calls(@PathParam("tenant") String tenant, @BeanParam Sifting paging, @Context HttpHeaders headers) {
        TenantId named = access.toRead(tenant);
        boolean table = Csv.isWanted(headers);
        return paging.reply(
                        calls.find(named, paging.query(), access.viewer()),
                        kept -> new Place(
                                kept.entry().began(), kept.entry().leg().value()),
                        table ? CallRecordView::table : CallRecordView.Page::of)
                .type(table ? Csv.TYPE : MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/call-records/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCallRecord", summary = "Reads the record of a leg")
    @APIResponse(
            responseCode = "200",
            description = "The record.",
            content = @Content(schema = @Schema(implementation = CallRecordView.class)))
    public CallRecordView call(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return calls.find(access.toRead(tenant), new LegId(Access.id(id)), access.viewer())
                .map(CallRecordView::of)
                .orElseThrow(() -> new Refused(Problem.notFound()));
    }

    @GET
    @Path("/conference-records")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(
            operationId = "listConferenceRecords",
            summary = "Lists conferences that are over",
            description = NEWEST_FIRST)
    @APIResponse(
            responseCode = "200",
            description = "A page of records.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConferenceRecordView.Page.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response conferences(
            @PathParam("tenant") String tenant, @BeanParam Sifting paging, @Context HttpHeaders headers) {
        TenantId named = access.toRead(tenant);
        boolean table = Csv.isWanted(headers);
        List<PastConference> found = conferences.find(named, paging.query());
        return paging.reply(
                        found,
                        past -> new Place(past.started(), past.id().value()),
                        table ? ConferenceRecordView::table : ConferenceRecordView.Page::of)
                .type(table ? Csv.TYPE : MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    @GET
    @Path("/conference-records/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getConferenceRecord", summary = "Reads the record of a conference")
    @APIResponse(
            responseCode = "200",
            description = "The record.",
            content = @Content(schema = @Schema(implementation = ConferenceRecordView.class)))
    public ConferenceRecordView conference(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return conferences
                .find(access.toRead(tenant), new ConferenceId(Access.id(id)))
                .map(ConferenceRecordView::of)
                .orElseThrow(() -> new Refused(Problem.notFound()));
    }
}
