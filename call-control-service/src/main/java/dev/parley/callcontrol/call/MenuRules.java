package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.MenuCall.Stage;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Exchange;
import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaCommand.StopPrompt;
import dev.parley.contracts.media.SdpRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A menu: the caller is answered, hears what there is to choose, and presses a key, at any moment (R1). */
final class MenuRules {
    private static final String NOT_VALID = "not-valid";

    private final CallSettings settings;
    private final LegDecider legs;
    private final DialPlan dialPlan;
    private final AnnouncementRules announcements;
    private final Onward onward;

    MenuRules(
            CallSettings settings, LegDecider legs, DialPlan dialPlan, AnnouncementRules announcements, Onward onward) {
        this.settings = settings;
        this.legs = legs;
        this.dialPlan = dialPlan;
        this.announcements = announcements;
        this.onward = onward;
    }

    CallStep<? extends Call> begin(CallerSide side, Particulars about, Destination.Menu menu, Instant now) {
        CallerSide.Change quiet = side.quiet();
        CallerSide.Change opened = quiet.next().open(settings.leg().instance());
        MenuCall call = new MenuCall(opened.next(), about, menu, Stage.ANSWERING, 0);
        CallStep<MenuCall> step =
                CallStep.to(call).then(quiet.effects()).then(opened.effects()).waitFor("media", settings.media());
        if (side.leg() instanceof Leg.Up) {
            return step.andThen(answered(call));
        }
        return side.answer().isPresent() ? step.andThen(accept(call, now)) : step;
    }

    CallStep<? extends Call> decide(MenuCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, now);
            case CallInput.PatienceOver _ -> impatient(call, now);
            case CallInput.Pressed(var room, LegId _, String digit)
            when room.equals(call.side().room()) -> pressed(call, digit, now);
            case CallInput.Commanded(CallCommand command)
            when command.room().equals(call.side().room()) -> commanded(call, command, now);
            case CallInput.Pressed _, CallInput.Commanded _, CallInput.NotAdmitted _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> impatient(MenuCall call, Instant now) {
        return switch (call.stage()) {
            // An answer that is not acknowledged is the leg's own business.
            case ANSWERING -> call.pending() ? end(call, FinalAnswer.unavailable(), now) : CallStep.to(call);
            case PLAYING -> think(call);
            case THINKING -> again(call, List.of(), now);
        };
    }

    private CallStep<? extends Call> commanded(MenuCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp
            when sdp.negotiation() > 0 ->
                apply(call, new LegInput.Negotiated(sdp.negotiation(), sdp.role(), sdp.sdp()), now);
            case CallCommand.LegMediaFailed failed
            when failed.negotiation() > 0 -> apply(call, new LegInput.NegotiationFailed(failed.negotiation()), now);
            case CallCommand.LegSdp sdp
            when call.pending() -> accept(call.with(call.side().answering(sdp.sdp())), now);
            case CallCommand.LegMediaFailed failed -> end(call, Outcome.of(failed.reason()), now);
            case CallCommand.LegPromptEnded ended
            when call.stage() == Stage.PLAYING && ended.request().equals(call.request()) -> think(call);
            case CallCommand.HangUpLeg _ -> end(call, FinalAnswer.of(480), now);
            case CallCommand.LegSdp _,
                    CallCommand.LegPromptEnded _,
                    CallCommand.RefuseLeg _,
                    CallCommand.PlaceCall _,
                    CallCommand.Escalation _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> accept(MenuCall call, Instant now) {
        SdpRole role = call.side().offered() ? SdpRole.ANSWER : SdpRole.OFFER;
        String sdp = call.side().answer().orElse("");
        return apply(call, new LegInput.Accept(role, sdp), now);
    }

    private CallStep<? extends Call> end(MenuCall call, FinalAnswer answer, Instant now) {
        return apply(call, new LegInput.Refuse(answer), now);
    }

    private CallStep<? extends Call> apply(MenuCall call, LegInput input, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        CallStep<? extends Call> result =
                CallStep.to(call.with(call.side().with(step.next()))).then(step.effects());
        for (LegNotice notice : step.notices()) {
            if (result.next() instanceof MenuCall current) {
                result = result.andThen(react(current, notice, now));
            }
        }
        return result;
    }

    private CallStep<? extends Call> react(MenuCall call, LegNotice notice, Instant now) {
        return switch (notice) {
            case LegNotice.Acknowledged _ -> answered(call);
            case LegNotice.Digit(String digit) -> pressed(call, digit, now);
            case LegNotice.Over _ ->
                CallStep.to(call)
                        .then(new Effect.StopPatience())
                        .then(call.side().leave());
            case LegNotice.Held _, LegNotice.Resumed _ -> CallStep.to(call);
            case LegNotice.Rang _,
                    LegNotice.EarlyMedia _,
                    LegNotice.Accepted _,
                    LegNotice.Rejected _,
                    LegNotice.Moved _,
                    LegNotice.NotMoved _ -> CallStep.to(call);
        };
    }

    /** Nothing is played before the ACK: until then the phone may not listen. */
    private CallStep<MenuCall> answered(MenuCall call) {
        boolean waits = call.caller() instanceof Leg.Up up && up.exchange() instanceof Exchange.AwaitingAck;
        return call.stage() != Stage.ANSWERING || waits ? CallStep.to(call) : play(call, List.of());
    }

    private CallStep<MenuCall> play(MenuCall before, List<String> first) {
        MenuCall call = before.play();
        List<String> prompts = new java.util.ArrayList<>(first);
        prompts.add(call.menu().menu().prompt());
        return CallStep.to(call)
                .then(new Effect.Ask(new PlayPrompt(
                        call.side().room(),
                        call.caller().id(),
                        call.request(),
                        prompts,
                        call.about().language(),
                        OptionalInt.of(settings.leg().instance()))))
                .waitFor("prompt", settings.menu());
    }

    private static CallStep<MenuCall> think(MenuCall call) {
        Duration time = Duration.ofSeconds(call.menu().menu().timeoutSeconds());
        return CallStep.to(call.think()).waitFor("choice", time);
    }

    private CallStep<? extends Call> pressed(MenuCall call, String digit, Instant now) {
        if (call.stage() == Stage.ANSWERING || !(call.caller() instanceof Leg.Up)) {
            return CallStep.to(call);
        }
        CallStep<MenuCall> quiet = call.stage() == Stage.PLAYING
                ? CallStep.to(call)
                        .then(new Effect.Ask(
                                new StopPrompt(call.side().room(), call.caller().id())))
                : CallStep.to(call);
        Optional<Destination> chosen = dialPlan.chosen(call.menu(), digit);
        CallStep<? extends Call> next =
                chosen.isPresent() ? connect(call, chosen.get(), now) : again(call, List.of(NOT_VALID), now);
        return quiet.andThen(next);
    }

    private CallStep<? extends Call> connect(MenuCall call, Destination destination, Instant now) {
        CallStep<MenuCall> calm = CallStep.to(call).then(new Effect.StopPatience());
        return calm.andThen(onward.connect(call.side(), call.about().again(), destination, now));
    }

    /** Once more; whoever has had all tries is sent on, or told goodbye. */
    private CallStep<? extends Call> again(MenuCall call, List<String> first, Instant now) {
        if (call.plays() < call.menu().menu().tries()) {
            return play(call, first);
        }
        Optional<Destination> otherwise = dialPlan.otherwise(call.menu());
        return otherwise.isPresent()
                ? connect(call, otherwise.get(), now)
                : announcements.begin(call.side(), Outcome.GOODBYE, call.about().language(), Optional.empty(), now);
    }
}
