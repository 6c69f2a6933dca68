package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.call.Call.TwoPartyCall;
import dev.parley.callcontrol.call.Remembered.RememberedDialog;
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
import java.util.List;
import java.util.Optional;

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
            case ANNOUNCED -> announced(remembered);
            case TWO_PARTY -> twoParty(remembered, now);
        };
    }

    private static Resumed conference(Remembered remembered, Instant now) {
        Line line = remembered.caller().line();
        return remembered
                .caller()
                .up()
                .map(dialog -> {
                    CallStep<? extends Call> step = CallStep.to(
                                    new ConferenceCall(dialog.on(line), remembered.language()))
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

    private static Resumed announced(Remembered remembered) {
        Line line = remembered.caller().line();
        Effect close = new Effect.Ask(new CloseLeg(line.room(), line.leg()));
        return Resumed.ended(remembered
                .arrivedIn()
                .map(room -> List.of(close, (Effect) new Effect.Tell(new LegEnded(room, line.leg(), LegEnd.REFUSED))))
                .orElse(List.of(close)));
    }

    private static Resumed twoParty(Remembered remembered, Instant now) {
        Optional<RememberedDialog> caller = remembered.caller().up();
        Optional<RememberedDialog> called = remembered.called().flatMap(Remembered.RememberedLeg::up);
        Line callerLine = remembered.caller().line();
        Line calledLine = remembered.called().orElseThrow().line();
        if (caller.isEmpty() || called.isEmpty()) {
            return Resumed.ended(abandoned(callerLine, calledLine, remembered.revision(), called));
        }
        TwoPartyCall call = new TwoPartyCall(
                caller.get().on(callerLine),
                calledLine,
                Optional.of(called.get().on(calledLine)),
                remembered.party().orElseThrow(),
                remembered.language(),
                remembered.answer(),
                remembered.revision(),
                remembered.holds(),
                false);
        return Resumed.of(CallStep.to(call)
                .then(session(callerLine, caller.get(), now))
                .then(session(calledLine, called.get(), now)));
    }

    private static List<Effect> abandoned(Line caller, Line called, long revision, Optional<RememberedDialog> up) {
        RoomId room = caller.room();
        List<Effect> close = List.of(
                new Effect.Ask(new CloseLeg(room, caller.leg())), new Effect.Ask(new CloseLeg(room, called.leg())));
        List<Effect> effects = new java.util.ArrayList<>(close);
        if (revision > 0) {
            effects.add(new Effect.Forget(room));
        }
        up.ifPresent(
                dialog -> effects.add(new Effect.Send(dialog.dialog().advanced().request("BYE", Headers.NONE, ""))));
        return List.copyOf(effects);
    }

    private static Effect session(Line line, RememberedDialog dialog, Instant now) {
        Leg.Up up = dialog.on(line);
        Duration left = Duration.between(now, up.sessionDue());
        return new Effect.StartTimer(line.leg(), LegTimer.SESSION, left.compareTo(GRACE) < 0 ? GRACE : left);
    }
}
