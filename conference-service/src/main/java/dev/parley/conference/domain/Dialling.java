package dev.parley.conference.domain;

import java.util.Optional;

/**
 * What is known about a number that somebody wants to be called.
 *
 * @param to whom it reaches, the number in normal form; none: nobody
 * @param service what the one who asks may call
 * @param calls outside calls of the tenant at the moment
 * @param ownCalls outside calls of the one who asks
 * @param callsThisMinute outside calls that the one who asks has begun within 60 s
 * @param supervised whether an answer can be told from ringing, on the way that the call takes (R20)
 */
public record Dialling(
        Optional<Party> to,
        ClassOfService service,
        Quota calls,
        Quota ownCalls,
        Quota callsThisMinute,
        boolean supervised) {
    /** Nobody has this number. */
    public static final Dialling NOBODY = new Dialling(
            Optional.empty(), ClassOfService.EVERYTHING, Quota.UNLIMITED, Quota.UNLIMITED, Quota.UNLIMITED);

    /** A call that tells when it is answered. */
    public Dialling(Optional<Party> to, ClassOfService service, Quota calls, Quota ownCalls, Quota callsThisMinute) {
        this(to, service, calls, ownCalls, callsThisMinute, true);
    }

    /** Why it must not be called; none: it may be. */
    Optional<Rejection> objection() {
        if (to.isEmpty()) {
            return Optional.of(Rejection.NUMBER_UNKNOWN);
        }
        if (to.get().inside()) {
            return Optional.empty();
        }
        if (!service.permits(to.get())) {
            return Optional.of(Rejection.NUMBER_BARRED);
        }
        return calls.isExhausted() || ownCalls.isExhausted() || callsThisMinute.isExhausted()
                ? Optional.of(Rejection.CALLS_EXHAUSTED)
                : Optional.empty();
    }
}
