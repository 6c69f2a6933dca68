package dev.parley.conference.adapter.in.rest;

import dev.parley.conference.application.ConferenceService;
import dev.parley.conference.application.LiveConferences;
import dev.parley.conference.application.LiveConferences.Closeup;
import dev.parley.conference.application.RoomPolicies;
import dev.parley.conference.application.Transition;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.Decision;
import dev.parley.conference.domain.Rejection;
import dev.parley.conference.domain.Request;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/**
 * Does with conferences what HTTP asks. Whether the caller may is asked before.
 *
 * <p>What is so already counts as done: whoever asks twice, because an answer was lost, hears the same twice.
 */
@ApplicationScoped
public class Desk {
    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final ConferenceService service;
    private final LiveConferences conferences;
    private final RoomPolicies policies;
    private final Access access;

    Desk(ConferenceService service, LiveConferences conferences, RoomPolicies policies, Access access) {
        this.service = service;
        this.conferences = conferences;
        this.policies = policies;
        this.access = access;
    }

    Closeup read(RoomId room) {
        return conferences.find(room).orElseThrow(() -> new Refused(Rejections.problem(Rejection.NO_CONFERENCE)));
    }

    ParticipantView read(RoomId room, ParticipantId participant) {
        return ParticipantView.all(read(room)).stream()
                .filter(view -> view.id().equals(participant.value()))
                .findFirst()
                .orElseThrow(() -> new Refused(Rejections.problem(Rejection.NO_SUCH_PARTICIPANT)));
    }

    /** Answers with the conference as it is afterwards. */
    Response change(RoomId room, Request request) {
        read(room);
        carryOut(room, request);
        return conferences
                .find(room)
                .map(found -> Response.ok(ConferenceView.of(found)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    /** Answers with the participant as it is afterwards. */
    Response change(RoomId room, Request.OfParticipant request) {
        read(room, request.participant());
        carryOut(room, request);
        return conferences.find(room).stream()
                .flatMap(found -> ParticipantView.all(found).stream())
                .filter(view -> view.id().equals(request.participant().value()))
                .findFirst()
                .map(view -> Response.ok(view).build())
                .orElseGet(() -> Response.noContent().build());
    }

    /** Something after which there is nothing left to be shown. */
    Response remove(RoomId room, Request request) {
        read(room);
        carryOut(room, request);
        return Response.noContent().build();
    }

    /** Calls somebody. A room that the directory does not know gets no conference, and no row. */
    InvitationId invite(RoomId room, Request.Invite invite) {
        if (conferences.find(room).isEmpty() && policies.find(room).isEmpty()) {
            throw new Refused(Rejections.problem(Rejection.ROOM_UNKNOWN));
        }
        return switch (carryOut(room, invite).decision()) {
            case Decision.Accepted accepted ->
                accepted.events().stream()
                        .filter(InvitationRequested.class::isInstance)
                        .map(InvitationRequested.class::cast)
                        .map(event -> event.invitation().id())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("An invitation was accepted, but not made"));
            case Decision.Rejected rejected -> throw new Refused(Rejections.problem(rejected.reason()));
        };
    }

    private Transition carryOut(RoomId room, Request request) {
        Transition transition = service.handle(room, new Trigger.Call(), request)
                .orElseThrow(() -> new IllegalStateException("A call is never a repetition"));
        String name = request.getClass().getSimpleName();
        switch (transition.decision()) {
            case Decision.Accepted _ ->
                LOG.infof(
                        "done by API request=%s tenantId=%s roomId=%s caller=%s",
                        name, room.tenant(), room, access.name());
            case Decision.Rejected rejected -> {
                LOG.infof(
                        "refused by API request=%s tenantId=%s roomId=%s caller=%s reason=%s",
                        name, room.tenant(), room, access.name(), rejected.reason());
                if (rejected.reason() != Rejection.NOTHING_CHANGES) {
                    throw new Refused(Rejections.problem(rejected.reason()));
                }
            }
        }
        return transition;
    }
}
