package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.call.Remembered.RememberedDialog;
import dev.parley.callcontrol.call.Remembered.RememberedLeg;
import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a new process makes of the calls of the one before it: those that were up go on, those that were not are ended
 * towards everybody who waits for them. Their INVITEs went with the old process.
 */
public final class Resumption {
    /** Whatever fell due while nobody was there gets this long yet. */
    private static final Duration GRACE = Duration.ofSeconds(32);

    private Resumption() {}

    /** The call, or none when there is nothing left of it, and what is to be done. */
    public record Resumed(Optional<Call> call, List<Effect> effects) {
        static Resumed of(CallStep<? extends Call> step) {
            return new Resumed(Optional.of(step.next()), step.effects());
        }

        static Resumed ended(List<Effect> effects) {
            return new Resumed(Optional.empty(), effects);
        }
    }

    public static Resumed resume(Remembered remembered, Instant now) {
        return switch (remembered.kind()) {
            case CONFERENCE -> conference(remembered, now);
            case ATTENDED -> Resumed.ended(abandoned(remembered));
            case TWO_PARTY, APART -> twoParty(remembered, now);
            case ESCALATED -> escalated(remembered, now);
            case CALLBACK -> callback(remembered, now);
        };
    }

    private static Resumed conference(Remembered remembered, Instant now) {
        Line line = remembered.caller().line();
        return remembered
                .caller()
                .up()
                .map(dialog -> {
                    CallStep<? extends Call> step = CallStep.to(
                                    new ConferenceCall(dialog.on(line), remembered.language(), own(line)))
                            .then(session(line, dialog, now));
                    // Nobody knows any more whether the ACK came. If it did not, the session timer will tell.
                    return Resumed.of(
                            dialog.acknowledged()
                                    ? step
                                    : step.then(new Effect.Tell(new LegAnswered(line.room(), line.leg()))));
                })
                .orElseGet(() ->
                        Resumed.ended(List.of(new Effect.Tell(new LegEnded(line.room(), line.leg(), LegEnd.LOST)))));
    }

    private static RoomId own(Line line) {
        return RoomId.ofCall(line.room().tenant(), line.leg().value());
    }

    private static Resumed twoParty(Remembered remembered, Instant now) {
        Optional<RememberedDialog> caller = remembered.caller().up();
        Optional<RememberedDialog> called = remembered.called().flatMap(Remembered.RememberedLeg::up);
        if (caller.isEmpty() || called.isEmpty()) {
            return Resumed.ended(abandoned(remembered));
        }
        Line callerLine = remembered.caller().line();
        Line calledLine = remembered.called().orElseThrow().line();
        CallerSide side = new CallerSide(
                caller.get().on(callerLine), true, remembered.answer(), false, false, remembered.revision());
        Called party = remembered.party().orElseThrow();
        TwoPartyCall call = new TwoPartyCall(
                side,
                called.get().on(calledLine),
                party,
                remembered.about().orElseThrow(),
                true,
                remembered.holds(),
                false,
                Keying.Idle.NOTHING);
        boolean apart = remembered.kind() == Remembered.Kind.APART;
        return Resumed.of((apart ? RoomPlans.again(call) : CallStep.to(call))
                .then(party.toll().stream()
                        .<Effect>map(toll -> new Effect.Count(calledLine.leg(), toll))
                        .toList())
                .then(session(callerLine, caller.get(), now))
                .then(session(calledLine, called.get(), now)));
    }

    /** Who had gone before is not told of again. */
    private static Resumed escalated(Remembered remembered, Instant now) {
        RoomId former = remembered.former().orElseThrow();
        RememberedLeg called = remembered.called().orElseThrow();
        Called party = remembered.party().orElseThrow();
        String language = remembered.language();
        EscalatedCall call = new EscalatedCall(
                new ConferenceCall(leg(remembered.caller()), language, former),
                new ConferenceCall(leg(called), language, former),
                party,
                former);
        if (call.over()) {
            return Resumed.ended(List.of(new Effect.Forget(former)));
        }
        List<Effect> effects = new ArrayList<>();
        if (called.up().isPresent()) {
            party.toll()
                    .ifPresent(
                            toll -> effects.add(new Effect.Count(called.line().leg(), toll)));
        }
        legs(remembered).forEach(leg -> leg.up().ifPresent(dialog -> effects.add(session(leg.line(), dialog, now))));
        return Resumed.of(CallStep.to(call).then(effects));
    }

    private static Leg leg(RememberedLeg remembered) {
        return remembered
                .up()
                .<Leg>map(dialog -> dialog.on(remembered.line()))
                .orElseGet(() -> new Leg.Gone(remembered.line()));
    }

    private static Resumed callback(Remembered remembered, Instant now) {
        Line line = remembered.caller().line();
        return remembered
                .waiting()
                .map(waiting -> {
                    Duration left = Duration.between(now, waiting.due());
                    CallbackCall call = new CallbackCall(
                            new Leg.Planned(line),
                            remembered.about().orElseThrow(),
                            waiting.order(),
                            waiting.due(),
                            false);
                    return Resumed.of(CallStep.to(call).waitFor("callback", left.isNegative() ? Duration.ZERO : left));
                })
                .orElseGet(() -> Resumed.ended(abandoned(remembered)));
    }

    /** Gives the media back and hangs up on whoever is up. */
    private static List<Effect> abandoned(Remembered remembered) {
        Line caller = remembered.caller().line();
        List<Effect> effects = new ArrayList<>();
        legs(remembered)
                .forEach(leg -> effects.add(new Effect.Ask(
                        new CloseLeg(leg.line().room(), leg.line().leg()))));
        if (remembered.revision() > 0) {
            effects.add(new Effect.Forget(caller.room()));
        }
        remembered
                .arrivedIn()
                .ifPresent(room -> effects.add(new Effect.Tell(new LegEnded(room, caller.leg(), LegEnd.REFUSED))));
        legs(remembered)
                .flatMap(leg -> leg.up().stream())
                .forEach(dialog ->
                        effects.add(new Effect.Send(dialog.dialog().advanced().request("BYE", Headers.NONE, ""))));
        return List.copyOf(effects);
    }

    private static Stream<RememberedLeg> legs(Remembered remembered) {
        return Stream.concat(Stream.of(remembered.caller()), remembered.called().stream());
    }

    private static Effect session(Line line, RememberedDialog dialog, Instant now) {
        Leg.Up up = dialog.on(line);
        Duration left = Duration.between(now, up.sessionDue());
        return new Effect.StartTimer(line.leg(), LegTimer.SESSION, left.compareTo(GRACE) < 0 ? GRACE : left);
    }
}
