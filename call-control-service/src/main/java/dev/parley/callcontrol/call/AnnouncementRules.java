package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.AnnouncedCall;
import dev.parley.callcontrol.call.Call.Announcement;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.SdpRole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A caller hears why the call fails: before the answer as early media, and then gets the final answer; after the answer, and
 * then is hung up on.
 */
final class AnnouncementRules {
    private final CallSettings settings;
    private final LegDecider legs;

    AnnouncementRules(CallSettings settings, LegDecider legs) {
        this.settings = settings;
        this.legs = legs;
    }

    /** @param arrivedIn the conference room that has been told of the leg, and waits to hear of its end */
    CallStep<AnnouncedCall> begin(
            CallerSide side, Outcome outcome, String language, Optional<RoomId> arrivedIn, Instant now) {
        Announcement what =
                new Announcement(outcome.prompt(), outcome.answer(), language, arrivedIn, false, Optional.empty());
        return begin(side, what, outcome.toned() || !side.offered(), now);
    }

    /** A caller who is called back: refused, or answered and told so. */
    CallStep<AnnouncedCall> turnAway(CallerSide side, Effect.CallBack wish, String language, Instant now) {
        boolean taken = wish.order().rule().manner() == Callback.Manner.HANG_UP;
        Outcome why = Outcome.CALLING_BACK;
        Announcement what =
                new Announcement(why.prompt(), why.answer(), language, Optional.empty(), taken, Optional.of(wish));
        return begin(side, what, !taken, now);
    }

    private CallStep<AnnouncedCall> begin(CallerSide side, Announcement what, boolean silent, Instant now) {
        CallerSide.Change quiet = side.quiet();
        AnnouncedCall call = new AnnouncedCall(quiet.next(), what, false);
        if (side.leg() instanceof Leg.Up) {
            return play(CallStep.to(call).then(quiet.effects()));
        }
        if (silent) {
            // Early media needs their offer; without it the answer must do.
            return refuse(call, now);
        }
        CallerSide.Change opened = quiet.next().open(settings.leg().instance());
        CallStep<AnnouncedCall> step =
                CallStep.to(call.with(opened.next())).then(quiet.effects()).then(opened.effects());
        return side.answer()
                .map(answer -> progress(step, answer, now))
                .orElseGet(() -> step.waitFor("media", settings.media()));
    }

    CallStep<AnnouncedCall> decide(AnnouncedCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, now);
            case CallInput.PatienceOver _ -> refuse(call, now);
            case CallInput.Commanded(CallCommand command)
            when command.room().equals(call.side().room()) -> commanded(call, command, now);
            case CallInput.Commanded(CallCommand.HangUpLeg _) -> refuse(call, now);
            case CallInput.Commanded _, CallInput.Pressed _, CallInput.NotAdmitted _ -> CallStep.to(call);
        };
    }

    private CallStep<AnnouncedCall> commanded(AnnouncedCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp
            when sdp.negotiation() > 0 ->
                apply(call, new LegInput.Negotiated(sdp.negotiation(), sdp.role(), sdp.sdp()), now);
            case CallCommand.LegMediaFailed failed
            when failed.negotiation() > 0 -> apply(call, new LegInput.NegotiationFailed(failed.negotiation()), now);
            case CallCommand.LegSdp sdp
            when !call.playing() && call.pending() -> progress(CallStep.to(call), sdp.sdp(), now);
            case CallCommand.LegPromptEnded ended when ended.request().equals(request(call)) -> refuse(call, now);
            case CallCommand.LegMediaFailed _, CallCommand.HangUpLeg _ -> refuse(call, now);
            case CallCommand.LegSdp _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.PlaceCall _,
                    CallCommand.Escalation _,
                    CallCommand.RefuseLeg _ -> CallStep.to(call);
        };
    }

    private static String request(AnnouncedCall call) {
        return "announcement-" + call.caller().id();
    }

    private CallStep<AnnouncedCall> progress(CallStep<AnnouncedCall> before, String answer, Instant now) {
        AnnouncedCall call = before.next();
        if (call.announcement().taken()) {
            LegInput accept = new LegInput.Accept(call.side().offered() ? SdpRole.ANSWER : SdpRole.OFFER, answer);
            return before.andThen(apply(call, accept, now));
        }
        return play(before.andThen(apply(call, new LegInput.Progress(answer), now)));
    }

    private CallStep<AnnouncedCall> play(CallStep<AnnouncedCall> before) {
        AnnouncedCall call = before.next().play();
        Announcement what = call.announcement();
        CallStep<AnnouncedCall> playing = before.andThen(CallStep.to(call));
        return playing.then(new Effect.Ask(new PlayPrompt(
                        call.side().room(),
                        call.caller().id(),
                        request(call),
                        List.of(what.prompt()),
                        what.language(),
                        OptionalInt.of(settings.leg().instance()))))
                .waitFor("prompt", settings.prompt());
    }

    /** The end of it, however far it got. */
    private CallStep<AnnouncedCall> refuse(AnnouncedCall call, Instant now) {
        return apply(call, new LegInput.Refuse(call.announcement().answer()), now);
    }

    private CallStep<AnnouncedCall> apply(AnnouncedCall call, LegInput input, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        CallStep<AnnouncedCall> next =
                CallStep.to(call.with(call.side().with(step.next()))).then(step.effects());
        if (step.notices().stream().anyMatch(LegNotice.Acknowledged.class::isInstance) && !call.playing()) {
            return play(next);
        }
        boolean over = step.notices().stream().anyMatch(LegNotice.Over.class::isInstance);
        return over
                ? next.then(new Effect.StopPatience())
                        .then(next.next().side().leave())
                        .then(ended(call))
                : next;
    }

    private static List<Effect> ended(AnnouncedCall call) {
        Announcement what = call.announcement();
        Stream<Effect> told = what.arrivedIn().stream()
                .map(room -> new Effect.Tell(new LegEnded(room, call.caller().id(), LegEnd.REFUSED)));
        return Stream.concat(told, what.wish().stream()).toList();
    }
}
