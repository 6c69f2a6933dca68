package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A call's next state, and what the world is asked to do about it. */
public record CallStep<C extends Call>(C next, List<Effect> effects) {
    public CallStep {
        effects = List.copyOf(effects);
    }

    static <C extends Call> CallStep<C> to(C next) {
        return new CallStep<>(next, List.of());
    }

    CallStep<C> then(Effect effect) {
        return then(List.of(effect));
    }

    CallStep<C> then(List<Effect> later) {
        List<Effect> more = new ArrayList<>(effects);
        more.addAll(later);
        return new CallStep<>(next, more);
    }

    CallStep<C> waitFor(String what, Duration patience) {
        return then(new Effect.StartPatience(what, patience));
    }

    /** The same with something done before it. */
    CallStep<C> after(Effect earlier) {
        return new CallStep<>(next, List.of(earlier)).then(effects);
    }

    /** The same with a later step behind it. */
    <D extends Call> CallStep<D> andThen(CallStep<D> later) {
        List<Effect> more = new ArrayList<>(effects);
        more.addAll(later.effects());
        return new CallStep<>(later.next(), more);
    }
}
