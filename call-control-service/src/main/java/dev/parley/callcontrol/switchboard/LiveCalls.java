package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.id.LegId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Every call of this process, by its legs and by the INVITE that began it. Thread-safe. */
final class LiveCalls {
    /** How long a repeated INVITE may still come in: 64*T1. */
    private static final long AFTERWARDS_SECONDS = 32;

    private final Map<LegId, LiveCall> byLeg = new ConcurrentHashMap<>();
    private final Map<String, LiveCall> byArrival = new ConcurrentHashMap<>();
    private final Map<String, LiveCall> callbacks = new ConcurrentHashMap<>();
    private final Set<LegId> placed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger pending = new AtomicInteger();
    private final ScheduledExecutorService clock;

    LiveCalls(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    Optional<LiveCall> byLeg(LegId leg) {
        return Optional.ofNullable(byLeg.get(leg));
    }

    /** The call that an INVITE, or the CANCEL of it, is about. */
    Optional<LiveCall> byArrival(SipRequest request) {
        return Optional.ofNullable(byArrival.get(key(request)));
    }

    /** Enters the call under its INVITE at once, before anything else about it can come in. */
    void arrived(SipRequest invite, LiveCall call) {
        byArrival.put(key(invite), call);
        pending.incrementAndGet();
    }

    /**
     * Enters a leg that is to be called before anything else about it can come in; false when it has been there already,
     * be it over or not.
     */
    boolean place(LegId leg, LiveCall call) {
        boolean fresh = placed.add(leg);
        if (fresh) {
            byLeg.put(leg, call);
        }
        return fresh;
    }

    /** A process before this one has begun it. */
    void recalled(LegId leg) {
        placed.add(leg);
    }

    /** The call has these legs now. */
    void index(LiveCall live, Set<LegId> before, Set<LegId> now) {
        now.forEach(leg -> byLeg.put(leg, live));
        before.stream().filter(leg -> !now.contains(leg)).forEach(byLeg::remove);
    }

    /** Enters somebody who is to be called back; false when that is so already. */
    boolean callBack(String wish, LiveCall call) {
        return callbacks.putIfAbsent(wish, call) == null;
    }

    /** It is no callback any more. */
    void calledBack(LiveCall call) {
        callbacks.values().remove(call);
    }

    /** A caller has its final answer. */
    void settled() {
        pending.decrementAndGet();
    }

    void remove(LiveCall live, Set<LegId> legs) {
        legs.forEach(byLeg::remove);
        calledBack(live);
        var _ = clock.schedule(() -> forget(live, legs), AFTERWARDS_SECONDS, TimeUnit.SECONDS);
    }

    private void forget(LiveCall live, Set<LegId> legs) {
        byArrival.values().remove(live);
        placed.removeAll(legs);
    }

    int pending() {
        return pending.get();
    }

    int legs() {
        return byLeg.size();
    }

    /** One INVITE, whichever way it comes; with a higher number it is another (RFC 3261 §8.1.3.5). */
    private static String key(SipRequest request) {
        return request.callId() + '|' + request.fromTag() + '|' + request.cseq();
    }
}
