package dev.parley.media.room;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.leg.LegMedia;
import dev.parley.media.leg.LegNegotiator;
import dev.parley.media.leg.LegNegotiator.Negotiated;
import dev.parley.media.leg.LegParties;
import dev.parley.media.leg.Outcome;
import dev.parley.media.rtpengine.Rtpengine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Opens, negotiates and closes the legs of a room, and answers call-control. */
public final class LegDesk {
    private static final Logger LOG = Logger.getLogger(LegDesk.class);

    private final Rtpengine rtpengine;
    private final LegNegotiator negotiator;
    private final Announcements announcements;

    public LegDesk(Rtpengine rtpengine, LegNegotiator negotiator, Announcements announcements) {
        this.rtpengine = rtpengine;
        this.negotiator = negotiator;
        this.announcements = announcements;
    }

    /** Done when call-control will get to know. */
    CompletionStage<?> open(Room room, OpenLeg command) {
        Optional<Leg> known = room.leg(command.leg());
        if (known.isPresent()) {
            return openAgain(room, command, known.get());
        }
        String party = command.leg().value();
        Negotiated opened = command.offer()
                .map(offer -> negotiator.openOffered(room.call(), party, offer))
                .orElseGet(() -> negotiator.openOffering(room.call(), party));
        CompletionStage<?> told = tell(room.id(), command.instance(), command.leg(), 0, opened.outcome());
        if (opened.media().isPresent()) {
            Leg leg = Leg.opened(command.leg(), opened.media().get());
            leg.remember(0, opened.outcome());
            room.add(leg);
        } else if (room.isEmpty()) {
            rtpengine.delete(room.call());
        } else {
            rtpengine.remove(room.call(), party);
        }
        return told;
    }

    /** What a command comes to while rtpengine does not answer. */
    CompletionStage<?> refuse(MediaCommand command) {
        var failed = new Outcome.Failed(MediaFailure.NO_MEDIA_NODE, "rtpengine does not answer");
        return switch (command) {
            case OpenLeg open -> tell(open.room(), open.instance(), open.leg(), 0, failed);
            case NegotiateLeg again -> tell(again.room(), again.instance(), again.leg(), again.negotiation(), failed);
            case MediaCommand.CloseLeg _,
                    MediaCommand.PlayPrompt _,
                    MediaCommand.StopPrompt _,
                    MediaCommand.RecordName _,
                    MediaCommand.EndName _,
                    MediaCommand.SendDigit _ -> CompletableFuture.completedFuture(null);
        };
    }

    private CompletionStage<?> openAgain(Room room, OpenLeg command, Leg leg) {
        Optional<Outcome> before = leg.outcomeOf(0);
        if (before.isPresent()) {
            return tell(room.id(), command.instance(), leg.id(), 0, before.get());
        }
        return exchange(room, leg, command.instance(), 0, SdpRole.OFFER, command.offer());
    }

    CompletionStage<?> negotiate(Room room, NegotiateLeg command) {
        Optional<Leg> known = room.leg(command.leg());
        if (known.isEmpty()) {
            var failed = new Outcome.Failed(MediaFailure.NO_MEDIA_NODE, "no such leg");
            return tell(room.id(), command.instance(), command.leg(), command.negotiation(), failed);
        }
        Leg leg = known.get();
        Optional<Outcome> before = leg.outcomeOf(command.negotiation());
        if (before.isPresent()) {
            return tell(room.id(), command.instance(), leg.id(), command.negotiation(), before.get());
        }
        if (leg.isPast(command.negotiation())) {
            LOG.debugf("straggler ignored roomId=%s legId=%s", room.id(), leg.id());
            return CompletableFuture.completedFuture(null);
        }
        return exchange(room, leg, command.instance(), command.negotiation(), command.role(), command.sdp());
    }

    private CompletionStage<?> exchange(
            Room room, Leg leg, int instance, long number, SdpRole role, Optional<String> sdp) {
        String party = leg.id().value();
        Optional<LegMedia> media = leg.media().or(() -> negotiator.recovered(room.call(), party));
        if (media.isEmpty()) {
            var failed = new Outcome.Failed(MediaFailure.NO_MEDIA_NODE, "rtpengine does not describe the leg");
            return tell(room.id(), instance, leg.id(), number, failed);
        }
        Negotiated negotiated = switch (role) {
            case OFFER ->
                sdp.map(offer -> negotiator.reoffered(room.call(), party, number, offer, media.get()))
                        .orElseGet(() -> negotiator.offerAgain(party, number, media.get()));
            case ANSWER -> negotiator.answered(room.call(), party, sdp.orElse(""), media.get());
        };
        leg.agreed(negotiated.media());
        leg.remember(number, negotiated.outcome());
        return tell(room.id(), instance, leg.id(), number, negotiated.outcome());
    }

    /** Takes a leg out; the call goes with the last one. */
    void close(Room room, Leg leg) {
        room.remove(leg);
        leg.prompts().clear();
        if (room.isEmpty()) {
            rtpengine.delete(room.call());
        } else {
            LegParties.of(leg.id().value()).forEach(party -> rtpengine.remove(room.call(), party));
        }
    }

    private CompletionStage<?> tell(RoomId room, int instance, LegId leg, long number, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Described(SdpRole role, String sdp) ->
                announcements.toCallControl(instance, leg, new CallCommand.LegSdp(room, leg, number, role, sdp));
            case Outcome.Failed(MediaFailure reason, String detail) ->
                announcements.toCallControl(
                        instance, leg, new CallCommand.LegMediaFailed(room, leg, number, reason, detail));
            case Outcome.Settled() -> CompletableFuture.completedFuture(null);
        };
    }
}
