package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.Chronicle.Entry;
import dev.parley.conference.application.Chronicle.Position;
import dev.parley.conference.application.Chronicle.Start;
import dev.parley.conference.application.LiveConferences;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens. */
@Path("/v1/tenants/{tenant}")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Blocking
@Tag(name = "events", description = "What happens, as it happens.")
public class EventResource {
    private static final Pattern PLACE = Pattern.compile("(?:([A-Za-z0-9-]{1,64}):)?([0-9]{1,18})");

    /** The database keeps microseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final Access access;
    private final LiveConferences conferences;
    private final Streams streams;

    EventResource(Access access, LiveConferences conferences, Streams streams) {
        this.access = access;
        this.conferences = conferences;
        this.streams = streams;
    }

    @GET
    @Path("/conferences/{room}/events")
    @Operation(
            operationId = "followConference",
            summary = "Tells what happens in a room, one conference after another",
            description = "Each change once, in order; data is a CloudEvent, id is the conference and the number of the"
                    + " event in it. Last-Event-ID goes on behind that one; a number alone means the conference that goes"
                    + " on, such as the as_of_sequence of what was read. Without it, what is new is told.")
    @APIResponse(
            responseCode = "200",
            description = "A stream of events, without an end.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> ofRoom(
            @PathParam("tenant") String tenant,
            @PathParam("room") String room,
            @HeaderParam("Last-Event-ID") @Nullable String last) {
        RoomId allowed = access.toRead(tenant, room);
        if (last == null) {
            return streams.open(new Start.Now(), allowed::equals, _ -> true, EventResource::place);
        }
        Matcher place = PLACE.matcher(last);
        if (!place.matches()) {
            throw unknownPlace();
        }
        ConferenceId conference = conference(allowed, place.group(1));
        long sequence = Long.parseLong(place.group(2));
        Instant begun = conferences
                .began(allowed, conference)
                .orElseThrow(EventResource::unknownPlace)
                .minus(ROUNDING);
        return streams.open(
                new Start.Since(begun),
                allowed::equals,
                entry -> entry.conference().equals(conference)
                        ? entry.sequence() > sequence
                        : entry.time().isAfter(begun),
                EventResource::place);
    }

    private ConferenceId conference(RoomId room, @Nullable String named) {
        return named == null
                ? conferences
                        .find(room)
                        .orElseThrow(EventResource::unknownPlace)
                        .sight()
                        .state()
                        .conference()
                : new ConferenceId(named);
    }

    private static String place(Entry entry) {
        return entry.conference() + ":" + entry.sequence();
    }

    @GET
    @Path("/events")
    @Operation(
            operationId = "followTenant",
            summary = "Tells what happens in all conferences of the tenant",
            description =
                    "Each change once, those of a room in order; data is a CloudEvent. Last-Event-ID goes on behind"
                            + " the one of that id. Without it, what is new is told.")
    @APIResponse(
            responseCode = "200",
            description = "A stream of events, without an end.",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> ofTenant(
            @PathParam("tenant") String tenant, @HeaderParam("Last-Event-ID") @Nullable String last) {
        TenantId allowed = access.toRead(tenant);
        Start start = last == null
                ? new Start.Now()
                : new Start.At(Position.of(last).orElseThrow(EventResource::unknownPlace));
        return streams.open(
                start,
                room -> room.tenant().equals(allowed),
                _ -> true,
                entry -> entry.position().toString());
    }

    private static Refused unknownPlace() {
        return new Refused(Problem.parameter(
                "Last-Event-ID", "invalid_value", "Expected 'Last-Event-ID' to be the id of an event of this stream"));
    }
}
