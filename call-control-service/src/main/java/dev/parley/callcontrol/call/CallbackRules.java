package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Trail;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Leg.Outgoing;
import dev.parley.callcontrol.leg.Leg.Planned;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Calls somebody back after a while, once, and connects whoever answers to what was called (R1). */
final class CallbackRules {
    private final CallSettings settings;
    private final LegDecider legs;
    private final DialPlan dialPlan;
    private final Onward onward;

    CallbackRules(CallSettings settings, LegDecider legs, DialPlan dialPlan, Onward onward) {
        this.settings = settings;
        this.legs = legs;
        this.dialPlan = dialPlan;
        this.onward = onward;
    }

    CallStep<CallbackCall> begin(Effect.CallBack wish, Instant now) {
        RoomId room = RoomId.ofCall(wish.order().tenant(), wish.leg().value());
        Planned leg = new Planned(new Line(room, wish.leg(), settings.contact()));
        Particulars about = new Particulars(
                wish.caller(), wish.order().number(), wish.language(), Invitations.MAX_FORWARDS, wish.leg(), 1);
        Duration delay = Duration.ofSeconds(wish.order().rule().delaySeconds());
        return CallStep.to(new CallbackCall(leg, about, wish.order(), now.plus(delay), false))
                .waitFor("callback", delay);
    }

    CallStep<? extends Call> decide(CallbackCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, now);
            case CallInput.PatienceOver _ -> call.opened() ? giveUp(call, now) : open(call);
            case CallInput.NotAdmitted _ -> giveUp(call, now);
            case CallInput.Commanded(CallCommand command) -> commanded(call, command, now);
            case CallInput.Pressed _ -> CallStep.to(call);
        };
    }

    private CallStep<CallbackCall> open(CallbackCall call) {
        Line line = call.caller().line();
        int instance = settings.leg().instance();
        return CallStep.to(call.open())
                .then(new Effect.Admit(line.leg(), call.order().back().toll()))
                .then(new Effect.Ask(new OpenLeg(line.room(), line.leg(), instance, Optional.empty())))
                .waitFor("media", settings.media());
    }

    private CallStep<? extends Call> commanded(CallbackCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp when sdp.negotiation() == 0 && call.opened() -> dial(call, sdp.sdp());
            case CallCommand.LegMediaFailed failed
            when failed.negotiation() > 0 -> apply(call, new LegInput.NegotiationFailed(failed.negotiation()), now);
            case CallCommand.LegMediaFailed _, CallCommand.HangUpLeg _ -> giveUp(call, now);
            case CallCommand.LegSdp _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.RefuseLeg _,
                    CallCommand.PlaceCall _,
                    CallCommand.Escalation _ -> CallStep.to(call);
        };
    }

    private CallStep<CallbackCall> dial(CallbackCall call, String offer) {
        if (!(call.caller() instanceof Planned leg)) {
            return CallStep.to(call);
        }
        Called party = Invitations.party(call.about(), call.order(), dialPlan.presentation());
        SipRequest invite = Invitations.invite(leg.line(), party, offer, settings);
        return CallStep.to(call.with(new Outgoing(leg.line(), invite, offer, false, Optional.empty())))
                .then(new Effect.Send(invite))
                .waitFor("answer", settings.ring());
    }

    private CallStep<? extends Call> giveUp(CallbackCall call, Instant now) {
        return apply(call, new LegInput.HangUp(), now);
    }

    private CallStep<? extends Call> apply(CallbackCall call, LegInput input, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        CallStep<CallbackCall> next = CallStep.to(call.with(step.next())).then(step.effects());
        return switch (step.next()) {
            case Leg.Up up -> next.then(new Effect.StopPatience()).andThen(connect(call, up, now));
            case Leg.Gone gone ->
                next.then(new Effect.StopPatience())
                        .then(
                                call.opened()
                                        ? java.util.List.of(new Effect.Ask(
                                                new CloseLeg(gone.line().room(), gone.id())))
                                        : java.util.List.of());
            case Leg.Planned _, Leg.Outgoing _, Leg.Incoming _ -> next;
        };
    }

    private CallStep<? extends Call> connect(CallbackCall call, Leg.Up up, Instant now) {
        Trail trail = Trail.of(call.about().caller());
        return onward.connect(
                CallerSide.up(up),
                call.about(),
                dialPlan.to(call.order().tenant(), call.order().destination(), trail),
                now);
    }
}
