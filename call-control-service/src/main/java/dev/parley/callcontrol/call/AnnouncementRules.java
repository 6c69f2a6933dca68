package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.AnnouncedCall;
import dev.parley.callcontrol.call.Call.Announcement;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A caller hears why the call fails, as early media, and then gets the final answer. */
final class AnnouncementRules {
    private final CallSettings settings;
    private final LegDecider legs;

    AnnouncementRules(CallSettings settings, LegDecider legs) {
        this.settings = settings;
        this.legs = legs;
    }

    /**
     * Begins with a leg whose media does not exist yet.
     *
     * @param leg in a room of its own
     */
    CallStep<AnnouncedCall> begin(
            Incoming leg, Outcome outcome, String language, Optional<RoomId> arrivedIn, Instant now) {
        Optional<String> offer = leg.invite().sdp();
        AnnouncedCall call = announced(leg, outcome, language, arrivedIn);
        if (offer.isEmpty() || outcome.prompt().isEmpty()) {
            // Early media needs their offer; without it the answer must do.
            LegStep step = legs.decide(leg, new LegInput.Refuse(outcome.answer()), now);
            return CallStep.to(call.with(step.next())).then(step.effects()).then(ended(call));
        }
        return CallStep.to(call)
                .then(new Effect.Ask(
                        new OpenLeg(leg.line().room(), leg.id(), settings.leg().instance(), offer)))
                .waitFor("media", settings.media());
    }

    /** Goes on with a leg whose media is there, or has been asked for already. */
    CallStep<AnnouncedCall> goOn(Incoming leg, Outcome outcome, String language, Optional<String> answer, Instant now) {
        AnnouncedCall call = announced(leg, outcome, language, Optional.empty());
        return answer.map(sdp -> play(call, sdp, now))
                .orElseGet(() -> CallStep.to(call).waitFor("media", settings.media()));
    }

    private static AnnouncedCall announced(Incoming leg, Outcome outcome, String language, Optional<RoomId> arrivedIn) {
        Announcement announcement =
                new Announcement(outcome.prompt().orElse(""), outcome.answer(), language, arrivedIn);
        return new AnnouncedCall(leg, announcement, false);
    }

    CallStep<AnnouncedCall> decide(AnnouncedCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, now);
            case CallInput.PatienceOver _ -> refuse(call, now);
            case CallInput.Commanded(CallCommand command) -> commanded(call, command, now);
        };
    }

    private CallStep<AnnouncedCall> commanded(AnnouncedCall call, CallCommand command, Instant now) {
        boolean here = command.room().equals(call.caller().line().room());
        return switch (command) {
            case CallCommand.LegSdp sdp
            when here && sdp.negotiation() == 0 && !call.playing() -> play(call, sdp.sdp(), now);
            case CallCommand.LegMediaFailed _, CallCommand.LegPromptEnded _ when here -> refuse(call, now);
            case CallCommand.HangUpLeg _ -> refuse(call, now);
            case CallCommand.LegSdp _,
                    CallCommand.LegMediaFailed _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.PlaceCall _,
                    CallCommand.RefuseLeg _ -> CallStep.to(call);
        };
    }

    private CallStep<AnnouncedCall> play(AnnouncedCall call, String answer, Instant now) {
        Announcement what = call.announcement();
        LegId leg = call.caller().id();
        CallStep<AnnouncedCall> progress = apply(call.play(), new LegInput.Progress(answer), now);
        return progress.then(new Effect.Ask(new PlayPrompt(
                        call.caller().line().room(),
                        leg,
                        "announcement-" + leg,
                        List.of(what.prompt()),
                        what.language(),
                        OptionalInt.of(settings.leg().instance()))))
                .waitFor("prompt", settings.prompt());
    }

    private CallStep<AnnouncedCall> refuse(AnnouncedCall call, Instant now) {
        return apply(call, new LegInput.Refuse(call.announcement().answer()), now);
    }

    private CallStep<AnnouncedCall> apply(AnnouncedCall call, LegInput input, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        CallStep<AnnouncedCall> next = CallStep.to(call.with(step.next())).then(step.effects());
        boolean over = step.notices().stream().anyMatch(LegNotice.Over.class::isInstance);
        return over
                ? next.then(new Effect.StopPatience())
                        .then(new Effect.Ask(new CloseLeg(
                                call.caller().line().room(), call.caller().id())))
                        .then(ended(call))
                : next;
    }

    private static List<Effect> ended(AnnouncedCall call) {
        return call
                .announcement()
                .arrivedIn()
                .<Effect>map(
                        room -> new Effect.Tell(new LegEnded(room, call.caller().id(), LegEnd.REFUSED)))
                .stream()
                .toList();
    }
}
