package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Keying.Asking;
import dev.parley.callcontrol.call.Keying.Idle;
import dev.parley.callcontrol.call.Keying.Password;
import dev.parley.callcontrol.call.Keying.Starred;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaCommand.SendDigit;
import java.time.Duration;
import java.time.Instant;

/**
 * Keys in a two-party call. They go through to the other side, so that a voice menu there can be worked; but for
 * {@code *0}, which makes a conference of the call (R21). A tenant without a room for that has no such key.
 */
final class KeyRules {
    private static final String STAR = "*";
    private static final String ESCALATE = "0";
    /** Then a {@code *} was just that. */
    private static final Duration NEXT_KEY = Duration.ofSeconds(1);

    private final EscalationRules escalations;

    KeyRules(EscalationRules escalations) {
        this.escalations = escalations;
    }

    CallStep<TwoPartyCall> pressed(TwoPartyCall call, LegId leg, String key, Instant now) {
        if (call.closed() || !call.mixed() || call.leg(leg).isEmpty()) {
            return CallStep.to(call);
        }
        return switch (call.keying()) {
            case Idle _ -> first(call, leg, key);
            case Starred star when star.by().equals(leg) -> second(call, star, key);
            case Starred star -> release(call, star).andThen(first(released(call, star), leg, key));
            case Password password ->
                password.by().equals(leg) ? escalations.typed(call, password, key, now) : CallStep.to(call);
            case Asking _ -> CallStep.to(call);
        };
    }

    private CallStep<TwoPartyCall> first(TwoPartyCall call, LegId leg, String key) {
        return key.equals(STAR) && call.bothUp() && escalations.isPossible(call)
                ? CallStep.to(call.with(new Starred(leg, call.keying().owed()))).waitFor("key", NEXT_KEY)
                : CallStep.to(call).then(through(call, leg, key));
    }

    private CallStep<TwoPartyCall> second(TwoPartyCall call, Starred star, String key) {
        return switch (key) {
            case ESCALATE -> escalations.begin(call, star.by());
            case STAR -> CallStep.to(call).then(through(call, star.by(), STAR)).waitFor("key", NEXT_KEY);
            default -> release(call, star).then(through(call, star.by(), key));
        };
    }

    /** It was no beginning of anything. */
    private static CallStep<TwoPartyCall> release(TwoPartyCall call, Starred star) {
        return CallStep.to(released(call, star)).then(new Effect.StopPatience()).then(through(call, star.by(), STAR));
    }

    private static TwoPartyCall released(TwoPartyCall call, Starred star) {
        return call.with(new Idle(star.owed()));
    }

    private static Effect through(TwoPartyCall call, LegId presser, String key) {
        return new Effect.Ask(new SendDigit(call.room(), call.other(presser).id(), key));
    }

    CallStep<TwoPartyCall> impatient(TwoPartyCall call, Instant now) {
        if (call.closed()) {
            return CallStep.to(call);
        }
        return switch (call.keying()) {
            case Idle _ -> CallStep.to(call);
            case Starred star -> release(call, star);
            case Password password -> escalations.silent(call, password, now);
            case Asking asking -> escalations.unanswered(call, asking);
        };
    }

    CallStep<? extends Call> commanded(TwoPartyCall call, CallCommand.Escalation command, Instant now) {
        return switch (command) {
            case CallCommand.EscalateCall order -> escalations.ordered(call, order, now);
            case CallCommand.EscalationAnswered answer -> escalations.answered(call, answer, now);
        };
    }
}
