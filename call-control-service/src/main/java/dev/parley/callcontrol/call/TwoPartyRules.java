package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.Called;
import dev.parley.callcontrol.call.Call.Holds;
import dev.parley.callcontrol.call.Call.TwoPartyCall;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.Leg.Outgoing;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.SdpRole;
import java.time.Instant;
import java.util.Optional;

/** Two parties: each leg speaks for itself, this joins what they do. */
final class TwoPartyRules {
    private final CallSettings settings;
    private final LegDecider legs;
    private final AnnouncementRules announcements;

    TwoPartyRules(CallSettings settings, LegDecider legs, AnnouncementRules announcements) {
        this.settings = settings;
        this.legs = legs;
        this.announcements = announcements;
    }

    CallStep<TwoPartyCall> begin(Arrival arrival, Destination.Phone phone) {
        String uri = "sip:" + phone.extension() + "@" + phone.domain();
        return begin(arrival, phone.tenant(), Invitations.party(arrival, uri, phone.domain(), Optional.empty()));
    }

    CallStep<TwoPartyCall> begin(Arrival arrival, Destination.Outside outside) {
        String uri = "sip:" + outside.number() + "@" + outside.domain();
        return begin(
                arrival,
                outside.tenant(),
                Invitations.party(arrival, uri, outside.domain(), Optional.of(outside.trunk())));
    }

    private CallStep<TwoPartyCall> begin(Arrival arrival, TenantId tenant, Called party) {
        RoomId room = RoomId.ofCall(tenant, arrival.leg().value());
        Incoming caller = new Incoming(new Line(room, arrival.leg(), arrival.contact()), arrival.invite());
        Line called = new Line(room, arrival.second(), settings.contact());
        int instance = settings.leg().instance();
        return CallStep.to(new TwoPartyCall(
                        caller,
                        called,
                        Optional.empty(),
                        party,
                        arrival.language(),
                        Optional.empty(),
                        0,
                        Holds.NONE,
                        false))
                .then(new Effect.Ask(new OpenLeg(
                        room, caller.id(), instance, arrival.invite().sdp())))
                .then(new Effect.Ask(new OpenLeg(room, called.leg(), instance, Optional.empty())))
                .waitFor("media", settings.media());
    }

    CallStep<? extends Call> decide(TwoPartyCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId leg, LegInput legInput) ->
                call.leg(leg)
                        .<CallStep<? extends Call>>map(found -> apply(call, found, legInput, now))
                        .orElseGet(() -> CallStep.to(call));
            case CallInput.PatienceOver _ -> impatient(call, now);
            case CallInput.Commanded(CallCommand command) -> commanded(call, command, now);
        };
    }

    private CallStep<? extends Call> impatient(TwoPartyCall call, Instant now) {
        boolean ringing = call.called().map(Outgoing.class::isInstance).orElse(false);
        FinalAnswer answer = ringing ? Outcome.UNANSWERED.answer() : FinalAnswer.unavailable();
        return call.pending() ? end(call, answer, now) : CallStep.to(call);
    }

    private CallStep<? extends Call> commanded(TwoPartyCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp -> sdp.negotiation() == 0 ? opened(call, sdp, now) : negotiated(call, sdp, now);
            case CallCommand.LegMediaFailed failed -> mediaFailed(call, failed, now);
            case CallCommand.HangUpLeg _ -> end(call, FinalAnswer.of(480), now);
            case CallCommand.RefuseLeg _, CallCommand.LegPromptEnded _, CallCommand.PlaceCall _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> opened(TwoPartyCall call, CallCommand.LegSdp sdp, Instant now) {
        if (call.closed()) {
            return CallStep.to(call);
        }
        if (call.isCaller(sdp.leg())) {
            return call.answer().isPresent() ? CallStep.to(call) : connect(call.answering(sdp.sdp()), now);
        }
        if (call.called().isPresent()) {
            return CallStep.to(call);
        }
        SipRequest invite = Invitations.invite(call.calledLine(), call.party(), sdp.sdp(), settings);
        Outgoing called = new Outgoing(call.calledLine(), invite, sdp.sdp(), false, Optional.empty());
        return CallStep.to(call.with(called)).then(new Effect.Send(invite)).waitFor("answer", settings.ring());
    }

    private CallStep<? extends Call> negotiated(TwoPartyCall call, CallCommand.LegSdp sdp, Instant now) {
        LegInput input = new LegInput.Negotiated(sdp.negotiation(), sdp.role(), sdp.sdp());
        return decide(call, new CallInput.ToLeg(sdp.leg(), input), now);
    }

    private CallStep<? extends Call> mediaFailed(TwoPartyCall call, CallCommand.LegMediaFailed failed, Instant now) {
        if (failed.negotiation() > 0) {
            LegInput input = new LegInput.NegotiationFailed(failed.negotiation());
            return decide(call, new CallInput.ToLeg(failed.leg(), input), now);
        }
        return end(call, call.isCaller(failed.leg()) ? Outcome.of(failed.reason()) : FinalAnswer.unavailable(), now);
    }

    /** Lets a leg decide, then draws from its notices what follows for the other. */
    private CallStep<? extends Call> apply(TwoPartyCall call, Leg leg, LegInput input, Instant now) {
        LegStep step = legs.decide(leg, input, now);
        CallStep<? extends Call> result = CallStep.to(call.with(step.next())).then(step.effects());
        for (LegNotice notice : step.notices()) {
            if (result.next() instanceof TwoPartyCall current) {
                result = result.andThen(react(current, leg.id(), notice, now));
            }
        }
        return result;
    }

    private CallStep<? extends Call> react(TwoPartyCall call, LegId leg, LegNotice notice, Instant now) {
        return switch (notice) {
            case LegNotice.Rang _ -> apply(call, call.caller(), new LegInput.Ring(), now);
            case LegNotice.EarlyMedia _ -> connect(call, now);
            case LegNotice.Accepted _ -> connect(call, now);
            case LegNotice.Rejected rejected -> rejected(call, rejected, now);
            case LegNotice.Held _ -> RoomPlans.held(call, leg, true);
            case LegNotice.Resumed _ -> RoomPlans.held(call, leg, false);
            case LegNotice.Over _ -> end(call, FinalAnswer.of(480), now);
            case LegNotice.Acknowledged _, LegNotice.Digit _ -> CallStep.to(call);
        };
    }

    /** Both sides' media may be ready now: the caller hears the called party from here on. */
    private CallStep<? extends Call> connect(TwoPartyCall call, Instant now) {
        if (!call.pending() || call.called().isEmpty()) {
            return CallStep.to(call);
        }
        boolean offered = call.caller() instanceof Incoming caller
                && caller.invite().sdp().isPresent();
        return switch (call.called().get()) {
            case Leg.Up _
            when call.answer().isPresent() -> {
                LegInput accept = new LegInput.Accept(
                        offered ? SdpRole.ANSWER : SdpRole.OFFER, call.answer().get());
                CallStep<TwoPartyCall> plan = RoomPlans.bothIn(call).then(new Effect.StopPatience());
                yield plan.andThen(apply(plan.next(), call.caller(), accept, now));
            }
            // The called party was faster than our own media.
            case Leg.Up _ -> CallStep.to(call).waitFor("media", settings.media());
            case Outgoing called
            when called.early().isPresent() && offered && call.answer().isPresent() -> {
                CallStep<TwoPartyCall> plan = RoomPlans.bothIn(call);
                LegInput progress = new LegInput.Progress(call.answer().get());
                yield plan.andThen(apply(plan.next(), call.caller(), progress, now));
            }
            case Outgoing _, Incoming _, Leg.Gone _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> rejected(TwoPartyCall call, LegNotice.Rejected rejected, Instant now) {
        Outcome outcome = Outcome.ofStatus(rejected.status(), rejected.rang());
        // After early media the network has said it itself.
        boolean speak = outcome.prompt().isPresent() && !rejected.earlyMedia() && call.revision() == 0;
        if (speak
                && call.caller() instanceof Incoming caller
                && caller.invite().sdp().isPresent()) {
            CallStep<TwoPartyCall> alone = CallStep.to(call)
                    .then(new Effect.Ask(
                            new CloseLeg(call.room(), call.calledLine().leg())));
            return alone.andThen(announcements.goOn(caller, outcome, call.language(), call.answer(), now));
        }
        return end(call, outcome.answer(), now);
    }

    /** Ends both legs and gives the media back, once. */
    private CallStep<? extends Call> end(TwoPartyCall call, FinalAnswer answer, Instant now) {
        if (call.closed()) {
            return CallStep.to(call);
        }
        CallStep<TwoPartyCall> closed = CallStep.to(call.close())
                .then(new Effect.StopPatience())
                .then(new Effect.Ask(new CloseLeg(call.room(), call.caller().id())))
                .then(new Effect.Ask(new CloseLeg(call.room(), call.calledLine().leg())));
        CallStep<TwoPartyCall> forgotten = call.revision() > 0 ? closed.then(new Effect.Forget(call.room())) : closed;
        CallStep<? extends Call> result = forgotten;
        for (Leg leg : call.legs()) {
            if (result.next() instanceof TwoPartyCall current) {
                LegInput input = leg instanceof Incoming ? new LegInput.Refuse(answer) : new LegInput.HangUp();
                result = result.andThen(apply(current, leg, input, now));
            }
        }
        return result;
    }
}
