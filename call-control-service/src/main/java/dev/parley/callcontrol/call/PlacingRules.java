package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Presentation;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Leg.Gone;
import dev.parley.callcontrol.leg.Leg.Outgoing;
import dev.parley.callcontrol.leg.Leg.Planned;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegProgressed;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Calls somebody into a conference (R12–R14). Whoever asked for the call owns the room and closes the leg's media. */
final class PlacingRules {
    private final CallSettings settings;
    private final LegDecider legs;
    private final DialPlan dialPlan;

    PlacingRules(CallSettings settings, LegDecider legs, DialPlan dialPlan) {
        this.settings = settings;
        this.legs = legs;
        this.dialPlan = dialPlan;
    }

    CallStep<? extends Call> begin(PlaceCall wish) {
        TenantId tenant = wish.room().tenant();
        String language = dialPlan.directory().language(tenant);
        Caller caller = caller(wish);
        Particulars about =
                new Particulars(caller, wish.destination(), language, Invitations.MAX_FORWARDS, wish.leg(), 0);
        Presentation presentation = dialPlan.presentation();
        Line line = new Line(wish.room(), wish.leg(), settings.contact());
        Duration ring = Duration.ofSeconds(Math.max(1, wish.ringSeconds()));
        return switch (dialPlan.invited(tenant, wish.destination(), caller)) {
            case Destination.Phone phone ->
                open(
                        new PlacedCall(
                                new Planned(line), Invitations.party(about, phone, presentation), ring, language),
                        wish);
            case Destination.Outside outside ->
                open(
                                new PlacedCall(
                                        new Planned(line),
                                        Invitations.party(about, outside, presentation),
                                        ring,
                                        language),
                                wish)
                        .after(new Effect.Admit(line.leg(), outside.toll()));
            case Destination.ConferenceRoom _,
                    Destination.Menu _,
                    Destination.CallBack _,
                    Destination.Barred _,
                    Destination.Nowhere _ -> unreachable(line, language);
        };
    }

    /** On whose behalf. A number that is not the tenant's is not taken: then it is the room's. */
    private Caller caller(PlaceCall wish) {
        RoomId room = wish.room();
        TenantId tenant = room.tenant();
        String number = wish.caller()
                .filter(dialPlan.presentation().isOwn(tenant))
                .or(() -> dialPlan.directory().ownNumber(room))
                .orElseGet(() -> room.owner().orElse(room.name()));
        Caller caller = new Caller(Origin.PHONE, number, dialPlan.directory().name(tenant, number), Optional.empty());
        return caller.withholding(
                wish.withheld().orElseGet(() -> dialPlan.presentation().withholds(tenant, number)));
    }

    private static CallStep<ConferenceCall> unreachable(Line line, String language) {
        return CallStep.to(new ConferenceCall(new Gone(line), language, line.room()))
                .then(ended(line, LegEnd.UNREACHABLE, OptionalInt.empty()));
    }

    private CallStep<PlacedCall> open(PlacedCall call, PlaceCall wish) {
        Line line = call.caller().line();
        return CallStep.to(call)
                .then(new Effect.Ask(
                        new OpenLeg(line.room(), line.leg(), settings.leg().instance(), Optional.empty(), wish.call())))
                .waitFor("media", settings.media());
    }

    CallStep<? extends Call> decide(PlacedCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, LegEnd.ENDED_BY_US, now);
            case CallInput.PatienceOver _ -> {
                boolean dialled = call.caller() instanceof Outgoing;
                yield giveUp(call, dialled ? LegEnd.NO_ANSWER : LegEnd.MEDIA_FAILED, now);
            }
            case CallInput.NotAdmitted _ -> giveUp(call, LegEnd.UNREACHABLE, now);
            case CallInput.Commanded(CallCommand command)
            when command.room().equals(call.caller().line().room()) -> commanded(call, command, now);
            case CallInput.Commanded _, CallInput.Pressed _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> commanded(PlacedCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp when sdp.negotiation() == 0 -> dial(call, sdp.sdp());
            case CallCommand.LegMediaFailed failed ->
                failed.negotiation() == 0
                        ? giveUp(call, LegEnd.MEDIA_FAILED, now)
                        : apply(call, new LegInput.NegotiationFailed(failed.negotiation()), LegEnd.MEDIA_FAILED, now);
            case CallCommand.HangUpLeg _, CallCommand.RefuseLeg _ -> giveUp(call, LegEnd.ENDED_BY_US, now);
            // A wish that is said twice is one wish.
            case CallCommand.PlaceCall _,
                    CallCommand.LegSdp _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.Escalation _ -> CallStep.to(call);
        };
    }

    private CallStep<PlacedCall> dial(PlacedCall call, String offer) {
        if (!(call.caller() instanceof Planned leg)) {
            return CallStep.to(call);
        }
        SipRequest invite = Invitations.invite(leg.line(), call.party(), offer, settings);
        return CallStep.to(call.with(new Outgoing(leg.line(), invite, offer, false, Optional.empty())))
                .then(new Effect.Send(invite))
                .waitFor("answer", call.ring());
    }

    private CallStep<? extends Call> giveUp(PlacedCall call, LegEnd why, Instant now) {
        return apply(call, new LegInput.HangUp(), why, now);
    }

    /** @param why the reason of an end that is our doing */
    private CallStep<? extends Call> apply(PlacedCall call, LegInput input, LegEnd why, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        CallStep<PlacedCall> next = CallStep.to(call.with(step.next())).then(step.effects());
        return switch (step.next()) {
            case Leg.Up up ->
                next.andThen(
                        ConferenceRules.moved(up, call.language(), up.line().room()));
            case Gone gone ->
                next.then(new Effect.StopPatience()).then(ended(gone.line(), end(step, why), status(input)));
            case Outgoing after -> heard(next, call.caller(), after);
            case Planned _, Leg.Incoming _ -> next;
        };
    }

    /** Tells how far it has got, each stage once, whatever phones say how often. */
    private static CallStep<PlacedCall> heard(CallStep<PlacedCall> next, Leg before, Outgoing after) {
        Line line = after.line();
        boolean early = before instanceof Outgoing known && known.early().isPresent();
        boolean rang = before instanceof Outgoing known && known.rang();
        if (after.early().isPresent()) {
            return early ? next : next.then(new Effect.Tell(new LegProgressed(line.room(), line.leg())));
        }
        return after.rang() && !rang ? next.then(new Effect.Tell(new LegRinging(line.room(), line.leg()))) : next;
    }

    private static LegEnd end(LegStep step, LegEnd why) {
        return step.notices().stream()
                .filter(LegNotice.Rejected.class::isInstance)
                .map(LegNotice.Rejected.class::cast)
                .findFirst()
                .map(PlacingRules::refused)
                .orElse(why);
    }

    private static LegEnd refused(LegNotice.Rejected answer) {
        return switch (answer.status()) {
            case 486, 600 -> LegEnd.BUSY;
            case 403, 603, 607, 608 -> LegEnd.DECLINED;
            case 408, 480, 487 -> answer.rang() ? LegEnd.NO_ANSWER : LegEnd.UNREACHABLE;
            case 415, 488, 606 -> LegEnd.MEDIA_FAILED;
            default -> LegEnd.UNREACHABLE;
        };
    }

    private static OptionalInt status(LegInput input) {
        return input instanceof LegInput.Responded(SipResponse response) && !response.success()
                ? OptionalInt.of(response.status())
                : OptionalInt.empty();
    }

    private static Effect ended(Line line, LegEnd why, OptionalInt status) {
        return new Effect.Tell(new LegEnded(line.room(), line.leg(), why, status));
    }
}
