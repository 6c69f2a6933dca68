package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.Leg.Outgoing;
import dev.parley.callcontrol.leg.Leg.Planned;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.SdpRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Two parties: each leg speaks for itself, this joins what they do. The caller may have been answered before. */
final class TwoPartyRules {
    private final CallSettings settings;
    private final LegDecider legs;
    private final AnnouncementRules announcements;
    private final DiallingRules dialling;
    private final KeyRules keys;

    TwoPartyRules(
            CallSettings settings,
            LegDecider legs,
            AnnouncementRules announcements,
            DiallingRules dialling,
            KeyRules keys) {
        this.settings = settings;
        this.legs = legs;
        this.announcements = announcements;
        this.dialling = dialling;
        this.keys = keys;
    }

    CallStep<? extends Call> decide(TwoPartyCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId leg, LegInput legInput) ->
                call.leg(leg)
                        .<CallStep<? extends Call>>map(found -> apply(call, found, legInput, now))
                        .orElseGet(() -> CallStep.to(call));
            case CallInput.PatienceOver _ -> impatient(call, now);
            case CallInput.Commanded(CallCommand command) -> commanded(call, command, now);
            case CallInput.NotAdmitted(LegId leg) -> notAdmitted(call, leg, now);
            case CallInput.Pressed(RoomId room, LegId leg, String key) ->
                room.equals(call.room()) ? keys.pressed(call, leg, key, now) : CallStep.to(call);
        };
    }

    private CallStep<? extends Call> impatient(TwoPartyCall call, Instant now) {
        if (call.closed() || !(call.dialling() || call.pending())) {
            return keys.impatient(call, now);
        }
        if (call.called() instanceof Outgoing) {
            return dialling.forward(call, Condition.NO_ANSWER, now)
                    .orElseGet(() -> fail(call, Outcome.UNANSWERED, now));
        }
        return broken(call, FinalAnswer.unavailable(), now);
    }

    /** Something of ours does not work; a phone makes a tone of the answer, whoever has been answered must be told. */
    private CallStep<? extends Call> broken(TwoPartyCall call, FinalAnswer answer, Instant now) {
        return call.caller() instanceof Leg.Up && call.dialling()
                ? fail(call, Outcome.OUT_OF_ORDER, now)
                : end(call, answer, now);
    }

    private CallStep<? extends Call> notAdmitted(TwoPartyCall call, LegId leg, Instant now) {
        return call.called().id().equals(leg) && call.dialling() && !call.closed()
                ? fail(call, Outcome.TOO_MANY, now)
                : CallStep.to(call);
    }

    private CallStep<? extends Call> commanded(TwoPartyCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp -> sdp.negotiation() == 0 ? opened(call, sdp, now) : negotiated(call, sdp, now);
            case CallCommand.LegMediaFailed failed -> mediaFailed(call, failed, now);
            case CallCommand.HangUpLeg _ -> end(call, FinalAnswer.of(480), now);
            case CallCommand.Escalation escalation -> keys.commanded(call, escalation, now);
            case CallCommand.RefuseLeg _, CallCommand.LegPromptEnded _, CallCommand.PlaceCall _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> opened(TwoPartyCall call, CallCommand.LegSdp sdp, Instant now) {
        if (call.closed() || !sdp.room().equals(call.room())) {
            return CallStep.to(call);
        }
        if (call.isCaller(sdp.leg())) {
            CallerSide side = call.side();
            return side.answer().isPresent() ? CallStep.to(call) : connect(call.with(side.answering(sdp.sdp())), now);
        }
        return call.called() instanceof Planned called && called.id().equals(sdp.leg())
                ? dialling.dial(call, called, sdp.sdp())
                : CallStep.to(call);
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
        if (call.leg(failed.leg()).isEmpty()) {
            return CallStep.to(call);
        }
        boolean callers = call.isCaller(failed.leg());
        return broken(call, callers ? Outcome.of(failed.reason()) : FinalAnswer.unavailable(), now);
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
            case LegNotice.Rang _ ->
                // Also where there is early media, unless we play a tone into it: nobody knows whether it can be heard.
                call.pending() && !call.side().tone()
                        ? apply(call, call.caller(), new LegInput.Ring(), now)
                        : CallStep.to(call);
            case LegNotice.EarlyMedia _ -> connect(call, now);
            case LegNotice.Accepted _ -> connect(call, now);
            case LegNotice.Rejected rejected -> rejected(call, rejected, now);
            case LegNotice.Held _ -> RoomPlans.held(call, leg, true);
            case LegNotice.Resumed _ -> RoomPlans.held(call, leg, false);
            case LegNotice.Over _ -> end(call, FinalAnswer.of(480), now);
            case LegNotice.Digit(String key) -> keys.pressed(call, leg, key, now);
            case LegNotice.Acknowledged _, LegNotice.Moved _, LegNotice.NotMoved _ -> CallStep.to(call);
        };
    }

    /** Both sides' media may be ready now: the caller hears the called party from here on. */
    private CallStep<? extends Call> connect(TwoPartyCall call, Instant now) {
        boolean early =
                call.called() instanceof Outgoing called && called.early().isPresent();
        boolean answered = call.called() instanceof Leg.Up;
        return switch (call.caller()) {
            case Leg.Up _ when answered -> joined(call).then(new Effect.StopPatience());
            case Leg.Up _ when early -> joined(call);
            // The called party was faster than our own media.
            case Incoming _
            when answered && call.side().answer().isEmpty() -> CallStep.to(call).waitFor("media", settings.media());
            case Incoming _ when answered -> accept(call, now);
            case Incoming _ when early && call.side().offered() -> progress(call, now);
            case Incoming _, Leg.Up _, Outgoing _, Planned _, Leg.Gone _ -> CallStep.to(call);
        };
    }

    private static CallStep<TwoPartyCall> joined(TwoPartyCall call) {
        CallerSide.Change quiet = call.side().quiet();
        return CallStep.to(call.with(quiet.next()))
                .then(quiet.effects())
                .andThen(RoomPlans.bothIn(call.with(quiet.next())));
    }

    private CallStep<? extends Call> accept(TwoPartyCall call, Instant now) {
        CallStep<TwoPartyCall> joined = joined(call).then(new Effect.StopPatience());
        LegInput accept = new LegInput.Accept(
                call.side().offered() ? SdpRole.ANSWER : SdpRole.OFFER,
                call.side().answer().orElse(""));
        return joined.andThen(apply(joined.next(), call.caller(), accept, now));
    }

    private CallStep<? extends Call> progress(TwoPartyCall call, Instant now) {
        Optional<String> answer = call.side().answer();
        if (answer.isEmpty()) {
            return CallStep.to(call);
        }
        CallStep<TwoPartyCall> joined = joined(call.with(call.side().hearing()));
        return joined.andThen(apply(joined.next(), call.caller(), new LegInput.Progress(answer.get()), now));
    }

    private CallStep<? extends Call> rejected(TwoPartyCall call, LegNotice.Rejected rejected, Instant now) {
        if (call.closed()) {
            return CallStep.to(call);
        }
        Outcome outcome = Outcome.ofStatus(rejected.status(), rejected.rang());
        return Outcome.forwarding(rejected.status(), rejected.rang())
                .flatMap(why -> dialling.forward(call, why, now))
                .orElseGet(() -> {
                    // After early media the network has said it itself.
                    boolean said = rejected.earlyMedia() && call.pending();
                    return said ? end(call, outcome.answer(), now) : fail(call, outcome, now);
                });
    }

    /** The caller hears why, unless a tone of its phone says it. */
    private CallStep<? extends Call> fail(TwoPartyCall call, Outcome outcome, Instant now) {
        boolean speaks = call.caller() instanceof Leg.Up
                || (call.pending() && !outcome.toned() && call.side().offered());
        if (!speaks) {
            return end(call, outcome.answer(), now);
        }
        CallStep<TwoPartyCall> alone = dialling.giveUp(call, now);
        String language = call.about().language();
        return alone.andThen(announcements.begin(call.side(), outcome, language, Optional.empty(), now));
    }

    /** A room that was asked and has not said no may have them in its conference. */
    private static List<Effect> gone(TwoPartyCall call) {
        return call.keying().owed().stream()
                .flatMap(room -> call.legIds().stream()
                        .<Effect>map(leg -> new Effect.Tell(new LegEnded(room, leg, LegEnd.HUNG_UP))))
                .toList();
    }

    /** Ends both legs and gives the media back, once. */
    private CallStep<? extends Call> end(TwoPartyCall call, FinalAnswer answer, Instant now) {
        if (call.closed()) {
            return CallStep.to(call);
        }
        List<Effect> left = call.side().leave();
        CallStep<? extends Call> result = CallStep.to(call.close())
                .then(new Effect.StopPatience())
                .then(left)
                .then(new Effect.Ask(new CloseLeg(call.room(), call.called().id())))
                .then(gone(call));
        for (Leg leg : call.legs()) {
            if (result.next() instanceof TwoPartyCall current) {
                LegInput input = leg instanceof Incoming ? new LegInput.Refuse(answer) : new LegInput.HangUp();
                result = result.andThen(apply(current, leg, input, now));
            }
        }
        return result;
    }
}
