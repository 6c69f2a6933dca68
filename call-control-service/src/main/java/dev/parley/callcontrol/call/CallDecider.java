package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.AnnouncedCall;
import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.SdpRole;
import java.time.Instant;
import java.util.Optional;

/** What an input does to a call. The dial plan is asked anew each time a call is sent on, and says what holds then. */
public final class CallDecider {
    private final LegDecider legs;
    private final AnnouncementRules announcements;
    private final ConferenceRules conferences;
    private final DiallingRules dialling;
    private final TwoPartyRules twoParties;
    private final EscalatedRules escalated;
    private final MenuRules menus;
    private final MoveRules moves;
    private final CallbackRules callbacks;
    private final PlacingRules placing;

    public CallDecider(CallSettings settings, DialPlan dialPlan) {
        legs = new LegDecider(settings.leg());
        announcements = new AnnouncementRules(settings, legs);
        conferences = new ConferenceRules(settings, legs, announcements);
        dialling = new DiallingRules(settings, legs, dialPlan, this::connect);
        KeyRules keys = new KeyRules(new EscalationRules(settings, dialPlan.directory()));
        twoParties = new TwoPartyRules(settings, legs, announcements, dialling, keys);
        escalated = new EscalatedRules(conferences);
        menus = new MenuRules(settings, legs, dialPlan, announcements, this::connect);
        moves = new MoveRules(settings, legs, announcements);
        callbacks = new CallbackRules(settings, legs, dialPlan, this::connect);
        placing = new PlacingRules(settings, legs, dialPlan);
    }

    /** The first step: 100 at once, so that nobody repeats the INVITE, then whatever the destination takes. */
    public CallStep<? extends Call> begin(Arrival arrival, Instant now) {
        RoomId own = RoomId.ofCall(arrival.destination().tenant(), arrival.leg().value());
        Incoming leg = new Incoming(new Line(own, arrival.leg(), arrival.contact()), arrival.invite());
        return connect(CallerSide.fresh(leg), Invitations.particulars(arrival), arrival.destination(), now)
                .after(new Effect.Reply(arrival.invite(), Replies.to(arrival.invite(), 100, "")));
    }

    /** Somebody is to be called back. */
    public CallStep<? extends Call> begin(Effect.CallBack wish, Instant now) {
        return callbacks.begin(wish, now);
    }

    /** Somebody is to be called into a conference. */
    public CallStep<? extends Call> begin(CallCommand.PlaceCall wish) {
        return placing.begin(wish);
    }

    private CallStep<? extends Call> connect(CallerSide side, Particulars about, Destination destination, Instant now) {
        return switch (destination) {
            case Destination.ConferenceRoom room -> confer(side, about, room, now);
            case Destination.Phone phone -> dialling.begin(side, about, phone);
            case Destination.Outside outside -> dialling.begin(side, about, outside);
            case Destination.Menu menu -> menus.begin(side, about, menu, now);
            case Destination.CallBack order ->
                announcements.turnAway(
                        side,
                        new Effect.CallBack(about.next(), order, about.caller(), about.language()),
                        about.language(),
                        now);
            case Destination.Barred _ ->
                announcements.begin(side, Outcome.NOT_ALLOWED, about.language(), Optional.empty(), now);
            case Destination.Nowhere _ ->
                announcements.begin(side, Outcome.UNKNOWN, about.language(), Optional.empty(), now);
        };
    }

    /**
     * Whoever still waits for an answer arrives in the conference as if nothing had been tried before. A caller who
     * heard early media has our SDP already, and the answer must be the same (RFC 3261 §13.2.1): it is answered with
     * that, and asked over afterwards.
     */
    private CallStep<? extends Call> confer(
            CallerSide side, Particulars about, Destination.ConferenceRoom room, Instant now) {
        if (side.leg() instanceof Incoming leg && !side.early()) {
            RoomId own = side.opened() ? RoomId.ofCall(room.tenant(), leg.id() + "-again") : side.room();
            CallStep<ConferenceCall> arrived = conferences.begin(leg, about, room, own);
            return new CallStep<>(arrived.next(), side.leave()).then(arrived.effects());
        }
        if (side.leg() instanceof Incoming) {
            LegStep taken = legs.decide(
                    side.leg(),
                    new LegInput.Accept(SdpRole.ANSWER, side.answer().orElse("")),
                    now);
            CallStep<MovingCall> moving = moves.begin(side.with(taken.next()), about, room);
            return new CallStep<>(moving.next(), taken.effects()).then(moving.effects());
        }
        return moves.begin(side, about, room);
    }

    public CallStep<? extends Call> decide(Call call, CallInput input, Instant now) {
        if (call.over()) {
            return CallStep.to(call);
        }
        return switch (call) {
            case ConferenceCall conference -> conferences.decide(conference, input, now);
            case AnnouncedCall announced -> announcements.decide(announced, input, now);
            case TwoPartyCall twoParty -> twoParties.decide(twoParty, input, now);
            case EscalatedCall two -> escalated.decide(two, input, now);
            case MenuCall menu -> menus.decide(menu, input, now);
            case MovingCall moving -> moves.decide(moving, input, now);
            case CallbackCall callback -> callbacks.decide(callback, input, now);
            case PlacedCall placed -> placing.decide(placed, input, now);
        };
    }
}
