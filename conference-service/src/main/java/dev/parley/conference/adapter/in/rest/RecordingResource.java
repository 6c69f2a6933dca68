package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.PastQuery.Place;
import dev.parley.conference.application.Recordings;
import dev.parley.conference.application.Recordings.Recording;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/** What was recorded. */
@Path("/v1/tenants/{tenant}/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "recordings", description = "What was recorded of conferences.")
public class RecordingResource {
    private static final Logger LOG = Logger.getLogger(RecordingResource.class);
    private static final String WAV = "audio/wav";

    private final Access access;
    private final Recordings recordings;
    private final RecordingFiles files;

    RecordingResource(Access access, Recordings recordings, RecordingFiles files) {
        this.access = access;
        this.recordings = recordings;
        this.files = files;
    }

    @GET
    @Operation(
            operationId = "listRecordings",
            summary = "Lists recordings",
            description = "The newest first. The header Link leads to the next page, where there is one.")
    @APIResponse(
            responseCode = "200",
            description = "A page of recordings.",
            content = @Content(schema = @Schema(implementation = RecordingView.Page.class)))
    public Response list(@PathParam("tenant") String tenant, @BeanParam Sifting paging) {
        TenantId named = access.toRead(tenant);
        return paging.reply(
                        recordings.find(named, paging.query()),
                        recording -> new Place(recording.known(), recording.id().value()),
                        page -> new RecordingView.Page(page.stream()
                                .map(recording -> RecordingView.of(recording, files))
                                .toList()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getRecording", summary = "Reads what is known of a recording")
    @APIResponse(
            responseCode = "200",
            description = "The recording.",
            content = @Content(schema = @Schema(implementation = RecordingView.class)))
    public RecordingView read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return RecordingView.of(find(access.toRead(tenant), id), files);
    }

    private Recording find(TenantId tenant, String id) {
        return recordings
                .find(tenant, new RecordingId(Access.id(id)))
                .orElseThrow(() -> new Refused(Problem.notFound()));
    }

    @GET
    @Path("/{id}/content")
    @Produces(WAV)
    @Operation(
            operationId = "getRecordingContent",
            summary = "Fetches the sound",
            description = "WAV, 16 bits, mono. A part of it with the header Range.")
    @APIResponse(
            responseCode = "200",
            description = "All of it.",
            content = @Content(mediaType = WAV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The range that was asked for.",
            content = @Content(mediaType = WAV, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @PathParam("tenant") String tenant,
            @PathParam("id") String id,
            @QueryParam("part") @DefaultValue("1") String part,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String condition) {
        Recording recording = find(access.toRead(tenant), id);
        java.nio.file.Path file = file(recording, number(part, recording));
        long size = RecordingFiles.size(file);
        String tag = '"' + recording.id().value() + "-" + part + "-" + size + '"';
        Optional<ByteRange> wanted = Optional.ofNullable(range)
                .filter(_ -> condition == null || condition.equals(tag))
                .flatMap(header -> ByteRange.of(header, size));
        ByteRange sent = wanted.orElse(new ByteRange(0, size - 1));
        Response.ResponseBuilder reply = Response.status(wanted.isPresent() ? 206 : 200)
                .type(WAV)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.getFileName() + '"')
                .entity(new PathPart(file, sent.first(), sent.length()));
        wanted.ifPresent(bytes -> reply.header("Content-Range", bytes.content(size)));
        LOG.infof(
                "recording fetched tenantId=%s recordingId=%s caller=%s",
                recording.room().tenant(), recording.id(), access.name());
        return reply.build();
    }

    private static int number(String part, Recording recording) {
        if (!part.matches("[1-9][0-9]{0,3}")
                || Integer.parseInt(part) > Math.max(1, recording.files().size())) {
            throw new Refused(Problem.parameter(
                    "part",
                    "out_of_range",
                    "Expected 'part' to be from 1 to " + recording.files().size()));
        }
        return Integer.parseInt(part);
    }

    private java.nio.file.Path file(Recording recording, int part) {
        if (recording.files().isEmpty()) {
            throw new Refused(
                    Problem.of(409, "recording_goes_on", "Recording goes on", "The recording is not whole yet"));
        }
        return files.find(recording.files().get(part - 1))
                .orElseThrow(() -> new Refused(
                        Problem.of(410, "recording_missing", "Recording missing", "The file is not there any more")));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "deleteRecording",
            summary = "Deletes a recording and its files",
            description = "One that goes on has to be stopped first.")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public Response delete(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        TenantId named = access.toWrite(tenant);
        Recording recording = find(named, id);
        if (RecordingView.goesOn(recording) || recording.files().isEmpty()) {
            throw new Refused(
                    Problem.of(409, "recording_goes_on", "Recording goes on", "Stop it first, or wait for its end"));
        }
        files.delete(recording);
        recordings.delete(named, recording.id(), Instant.now());
        LOG.infof("recording deleted tenantId=%s recordingId=%s caller=%s", named, recording.id(), access.name());
        return Response.noContent().build();
    }
}
