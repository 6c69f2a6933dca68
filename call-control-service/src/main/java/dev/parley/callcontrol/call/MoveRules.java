package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Exchange;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An answered caller goes into a conference: the conference makes a place for it, as for anybody who arrives without an
 * offer, and the phone is asked over by a re-INVITE. Until it agrees it hears a ringing tone where it is.
 */
final class MoveRules {
    private static final int PENDING = 491;
    /** RFC 3261 §14.1: after a 491. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final CallSettings settings;
    private final LegDecider legs;
    private final AnnouncementRules announcements;

    MoveRules(CallSettings settings, LegDecider legs, AnnouncementRules announcements) {
        this.settings = settings;
        this.legs = legs;
        this.announcements = announcements;
    }

    CallStep<MovingCall> begin(CallerSide side, Particulars about, ConferenceRoom destination) {
        RoomId to = destination.room();
        int instance = settings.leg().instance();
        CallerSide.Change ringing = side.ring(about, instance);
        return CallStep.to(new MovingCall(ringing.next(), about, to, Optional.empty()))
                .then(ringing.effects())
                .then(new Effect.Tell(new LegArrived(
                        to, side.leg().id(), instance, about.caller(), about.dialled(), Optional.empty())))
                .waitFor("conference", settings.media());
    }

    CallStep<? extends Call> decide(MovingCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, now);
            case CallInput.PatienceOver _ ->
                call.offer().isPresent() ? move(call, now) : announce(call, Outcome.OUT_OF_ORDER, now);
            case CallInput.Commanded(CallCommand command)
            when command.room().equals(call.to()) -> conference(call, command, now);
            case CallInput.Commanded(CallCommand command) -> here(call, command, now);
            case CallInput.Pressed _, CallInput.NotAdmitted _ -> CallStep.to(call);
        };
    }

    /** The conference it goes to. */
    private CallStep<? extends Call> conference(MovingCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp
            when sdp.negotiation() == 0 && call.offer().isEmpty() -> {
                MovingCall offered = call.offered(sdp.sdp());
                CallStep<? extends Call> calm = CallStep.to(offered).then(new Effect.StopPatience());
                yield calm.andThen(move(offered, now));
            }
            case CallCommand.RefuseLeg refused -> announce(call, Outcome.of(refused.reason()), now);
            case CallCommand.LegMediaFailed _ -> announce(call, Outcome.OUT_OF_ORDER, now);
            case CallCommand.HangUpLeg _ -> apply(call, new LegInput.HangUp(), now);
            case CallCommand.LegSdp _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.PlaceCall _,
                    CallCommand.Escalation _ -> CallStep.to(call);
        };
    }

    /** The room where it still is. */
    private CallStep<? extends Call> here(MovingCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp
            when sdp.negotiation() > 0 ->
                apply(call, new LegInput.Negotiated(sdp.negotiation(), sdp.role(), sdp.sdp()), now);
            case CallCommand.LegMediaFailed failed
            when failed.negotiation() > 0 -> apply(call, new LegInput.NegotiationFailed(failed.negotiation()), now);
            case CallCommand.HangUpLeg _ -> apply(call, new LegInput.HangUp(), now);
            case CallCommand.LegSdp _,
                    CallCommand.LegMediaFailed _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.PlaceCall _,
                    CallCommand.Escalation _,
                    CallCommand.RefuseLeg _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> apply(MovingCall call, LegInput input, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        CallerSide left = call.side();
        MovingCall next = call.with(left.with(step.next()));
        CallStep<? extends Call> result = CallStep.to(next).then(step.effects());
        for (LegNotice notice : step.notices()) {
            if (result.next() instanceof MovingCall current) {
                result = result.andThen(react(current, left, notice, now));
            }
        }
        boolean free = result.next() instanceof MovingCall current && settled(current) && !settled(call);
        return free && step.notices().stream().noneMatch(LegNotice.NotMoved.class::isInstance)
                ? result.andThen(move(next, now))
                : result;
    }

    private static boolean settled(MovingCall call) {
        return call.caller() instanceof Leg.Up up && up.exchange() instanceof Exchange.Settled;
    }

    private CallStep<? extends Call> react(MovingCall call, CallerSide left, LegNotice notice, Instant now) {
        return switch (notice) {
            case LegNotice.Moved _ -> {
                CallStep<MovingCall> gone = CallStep.to(call).then(left.leave());
                yield call.caller() instanceof Leg.Up up
                        ? gone.andThen(ConferenceRules.moved(up, call.about().language(), left.room()))
                        : gone;
            }
            case LegNotice.NotMoved(int status) ->
                status == PENDING
                        ? CallStep.to(call).waitFor("another try", AGAIN)
                        : announce(call, Outcome.GOODBYE, now);
            case LegNotice.Over(LegEnd end) ->
                CallStep.to(call)
                        .then(new Effect.StopPatience())
                        .then(left.leave())
                        .then(new Effect.Tell(
                                new LegEnded(call.to(), call.caller().id(), end)));
            // The re-INVITE will ask again whether it wants to be heard.
            case LegNotice.Held _, LegNotice.Resumed _, LegNotice.Acknowledged _, LegNotice.Digit _ ->
                CallStep.to(call);
            case LegNotice.Rang _, LegNotice.EarlyMedia _, LegNotice.Accepted _, LegNotice.Rejected _ ->
                CallStep.to(call);
        };
    }

    /** As soon as there is an offer to make, and nothing else is being negotiated. */
    private CallStep<? extends Call> move(MovingCall call, Instant now) {
        if (call.offer().isEmpty() || !settled(call)) {
            return CallStep.to(call);
        }
        return apply(call, new LegInput.Move(call.to(), call.offer().get()), now);
    }

    private CallStep<? extends Call> announce(MovingCall call, Outcome outcome, Instant now) {
        String language = call.about().language();
        return announcements.begin(call.side(), outcome, language, Optional.of(call.to()), now);
    }
}
