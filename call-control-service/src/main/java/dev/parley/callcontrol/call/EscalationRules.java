package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Keying.Asking;
import dev.parley.callcontrol.call.Keying.Idle;
import dev.parley.callcontrol.call.Keying.Password;
import dev.parley.callcontrol.call.TwoPartyCall.Holds;
import dev.parley.callcontrol.dialplan.Directory;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.contracts.call.CallCommand.EscalateCall;
import dev.parley.contracts.call.CallCommand.EscalationAnswered;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.CallEvent.EscalationAsked;
import dev.parley.contracts.call.CallEvent.Talker;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaCommand.StopPrompt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Makes a conference of a two-party call (R21). Who pressed the keys is asked for the password, out of the other's hearing;
 * then the tenant's dynamic rooms are asked, one after the other, until one is free. Whatever goes wrong, the call goes on.
 */
final class EscalationRules {
    private static final Duration FIRST_DIGIT = Duration.ofSeconds(10);
    /** Behind the last digit; the same as of a number in a conference. */
    private static final Duration NEXT_DIGIT = Duration.ofSeconds(3);

    private static final int LONGEST = 32;

    private final CallSettings settings;
    private final Directory directory;

    EscalationRules(CallSettings settings, Directory directory) {
        this.settings = settings;
        this.directory = directory;
    }

    boolean isPossible(TwoPartyCall call) {
        return !directory.dynamicRooms(call.room().tenant()).isEmpty();
    }

    CallStep<TwoPartyCall> begin(TwoPartyCall call, LegId presser) {
        CallStep<TwoPartyCall> apart = RoomPlans.again(
                call.with(new Password(presser, "", call.keying().owed())));
        return apart.then(play(apart.next(), presser, "enter-password"))
                .then(play(apart.next(), call.other(presser).id(), "being-transferred-to-conference"))
                .waitFor("password", FIRST_DIGIT);
    }

    CallStep<TwoPartyCall> typed(TwoPartyCall call, Password password, String key, Instant now) {
        return switch (key) {
            case "#" -> submit(call, password, now);
            case "*" -> CallStep.to(call.with(password.typed(""))).waitFor("password", FIRST_DIGIT);
            default -> {
                CallStep<TwoPartyCall> quiet = password.typed().isEmpty()
                        ? CallStep.to(call).then(quiet(call, password.by()))
                        : CallStep.to(call);
                boolean full = password.typed().length() >= LONGEST;
                Password longer = full ? password : password.typed(password.typed() + key);
                yield quiet.andThen(CallStep.to(call.with(longer))).waitFor("password", NEXT_DIGIT);
            }
        };
    }

    /** Nothing more was keyed: that was the password, if there was one. */
    CallStep<TwoPartyCall> silent(TwoPartyCall call, Password password, Instant now) {
        return submit(call, password, now);
    }

    private CallStep<TwoPartyCall> submit(TwoPartyCall call, Password password, Instant now) {
        List<RoomId> rooms = directory.dynamicRooms(call.room().tenant());
        if (password.typed().isEmpty()) {
            return goOn(call, "wrong-password");
        }
        return rooms.isEmpty()
                ? goOn(call, "no-free-conference")
                : ask(call, password.by(), Optional.of(password.typed()), rooms, now);
    }

    /** Somebody with the right to it asks by the API. Who is not answered yet, or is just being asked, is no case for it. */
    CallStep<TwoPartyCall> ordered(TwoPartyCall call, EscalateCall order, Instant now) {
        List<RoomId> rooms = order.conference()
                .map(List::of)
                .orElseGet(() -> directory.dynamicRooms(call.room().tenant()));
        boolean possible = call.bothUp()
                && !call.closed()
                && call.leg(order.leg()).isPresent()
                && !(call.keying() instanceof Asking)
                && !rooms.isEmpty();
        return possible ? ask(call, order.leg(), Optional.empty(), rooms, now) : CallStep.to(call);
    }

    private CallStep<TwoPartyCall> ask(
            TwoPartyCall call, LegId presser, Optional<String> password, List<RoomId> rooms, Instant now) {
        String attempt = presser + "/" + now.toEpochMilli() + "/" + rooms.size();
        boolean aside = call.keying().apart();
        Asking asking = new Asking(presser, aside, password, rooms, attempt, call.holds());
        return CallStep.to(call.with(asking))
                .then(new Effect.Tell(new EscalationAsked(
                        rooms.getFirst(),
                        call.room(),
                        attempt,
                        settings.leg().instance(),
                        talker(call, presser),
                        talker(call, call.other(presser).id()),
                        password)))
                .waitFor("conference", settings.media());
    }

    private Talker talker(TwoPartyCall call, LegId leg) {
        return call.isCaller(leg)
                ? new Talker(leg, call.about().caller(), call.holds().caller())
                : new Talker(
                        leg,
                        call.party()
                                .asCaller(number -> directory.name(call.room().tenant(), number)),
                        call.holds().called());
    }

    /** The one that was asked has both, if it says so, however late. */
    CallStep<? extends Call> answered(TwoPartyCall call, EscalationAnswered answer, Instant now) {
        if (call.closed()) {
            return CallStep.to(call);
        }
        boolean current =
                call.keying() instanceof Asking asking && asking.attempt().equals(answer.attempt());
        return switch (answer.outcome()) {
            case ACCEPTED -> call.bothUp() ? become(call, answer.room()) : CallStep.to(call);
            case TAKEN -> current ? askNext(call, (Asking) call.keying(), now) : CallStep.to(call);
            case WRONG_PASSWORD -> current ? refused(call, "wrong-password") : CallStep.to(call);
            case UNAVAILABLE -> current ? refused(call, "no-free-conference") : CallStep.to(call);
        };
    }

    private CallStep<TwoPartyCall> askNext(TwoPartyCall call, Asking asking, Instant now) {
        return asking.others().isEmpty()
                ? refused(call, "no-free-conference")
                : ask(call, asking.by(), asking.password(), asking.others(), now);
    }

    /** It has said no: nothing is owed to it. */
    private CallStep<TwoPartyCall> refused(TwoPartyCall call, String prompt) {
        CallStep<TwoPartyCall> back = goOn(call, prompt);
        return new CallStep<>(back.next().with(Idle.NOTHING), back.effects());
    }

    /** It may still take both in when it comes to its senses. */
    CallStep<TwoPartyCall> unanswered(TwoPartyCall call, Asking asking) {
        return goOn(call, "technical-problem");
    }

    /** The call is as it was. Who keyed hears why; whoever asked by the API is not in this room. */
    private CallStep<TwoPartyCall> goOn(TwoPartyCall call, String prompt) {
        Keying before = call.keying();
        TwoPartyCall idle = call.with(new Idle(before.owed()));
        if (!before.apart()) {
            return CallStep.to(idle).then(new Effect.StopPatience());
        }
        CallStep<TwoPartyCall> together = RoomPlans.again(idle)
                .then(new Effect.StopPatience())
                .then(quiet(idle, idle.caller().id()))
                .then(quiet(idle, idle.called().id()));
        return before.presser()
                .map(presser -> together.then(play(together.next(), presser, prompt)))
                .orElse(together);
    }

    /** Both are in the conference now; nothing of their audio changes but what its plan wants. */
    private CallStep<EscalatedCall> become(TwoPartyCall call, RoomId room) {
        Holds known = call.keying() instanceof Asking asking ? asking.held() : Holds.NONE;
        EscalatedCall next = EscalatedCall.of(call, room);
        CallStep<EscalatedCall> step = CallStep.to(next)
                .then(new Effect.StopPatience())
                .then(new Effect.Plan(RoomPlans.handedOver(call, room)));
        return step.then(hold(next.caller(), known.caller(), call.holds().caller()))
                .then(hold(next.other().caller(), known.called(), call.holds().called()));
    }

    private static List<Effect> hold(Leg leg, boolean known, boolean held) {
        if (known == held) {
            return List.of();
        }
        RoomId room = leg.line().room();
        return List.of(new Effect.Tell(
                held ? new CallEvent.LegHeld(room, leg.id()) : new CallEvent.LegResumed(room, leg.id())));
    }

    private Effect play(TwoPartyCall call, LegId leg, String prompt) {
        return new Effect.Ask(new PlayPrompt(
                call.room(),
                leg,
                prompt + "-" + call.side().revision(),
                List.of(prompt),
                call.about().language(),
                OptionalInt.of(settings.leg().instance())));
    }

    private static Effect quiet(TwoPartyCall call, LegId leg) {
        return new Effect.Ask(new StopPrompt(call.room(), leg));
    }
}
