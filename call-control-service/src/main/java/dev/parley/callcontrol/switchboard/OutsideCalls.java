package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Every outside call of this process, counted against the limits of whoever pays (R29). Thread-safe. */
final class OutsideCalls {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Account(TenantId tenant, String extension) {}

    private final Map<LegId, Toll> running = new HashMap<>();
    private final Map<Account, Deque<Instant>> begun = new HashMap<>();

    /** Lets it begin, and counts it, or not; all at once, so that no two take the last place. */
    synchronized boolean admit(LegId leg, Toll toll, Instant now) {
        boolean room = below(toll.tenantCalls(), ofTenant(toll))
                && below(toll.concurrentCalls(), ofAccount(toll))
                && below(toll.callsPerMinute(), begunLately(toll, now));
        if (room) {
            count(leg, toll, now);
        }
        return room;
    }

    synchronized void count(LegId leg, Toll toll, Instant now) {
        running.put(leg, toll);
        if (toll.callsPerMinute().isPresent()) {
            begun.computeIfAbsent(account(toll), _ -> new ArrayDeque<>()).add(now);
        }
    }

    synchronized void release(LegId leg) {
        running.remove(leg);
    }

    synchronized int running() {
        return running.size();
    }

    private static boolean below(OptionalInt limit, long count) {
        return limit.isEmpty() || count < limit.getAsInt();
    }

    private long ofTenant(Toll toll) {
        return running.values().stream()
                .filter(other -> other.tenant().equals(toll.tenant()))
                .count();
    }

    private long ofAccount(Toll toll) {
        return running.values().stream()
                .filter(other -> account(other).equals(account(toll)))
                .count();
    }

    private long begunLately(Toll toll, Instant now) {
        Deque<Instant> times = begun.getOrDefault(account(toll), new ArrayDeque<>());
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(MINUTE))) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            begun.remove(account(toll));
        }
        return times.size();
    }

    private static Account account(Toll toll) {
        return new Account(toll.tenant(), toll.account());
    }
}
