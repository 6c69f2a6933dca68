package dev.parley.systemtests.phone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What has become of a call so far. Thread-safe; whoever waits for something gets told when it happens. */
final class Progress {
    private final String call;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One thing that happened.
     *
     * @param status the SIP status it came with, or 0
     */
    record Step(Kind kind, int status, long nanos, Instant time) {}

    enum Kind {
        INVITED,
        CHALLENGED,
        RINGING,
        EARLY_MEDIA,
        ANSWERED,
        CONFIRMED,
        REFUSED,
        HUNG_UP_BY_THEM,
        HUNG_UP_BY_US;

        boolean isEnd() {
            return this == REFUSED || this == HUNG_UP_BY_THEM || this == HUNG_UP_BY_US;
        }
    }

    Progress(String call) {
        this.call = call;
    }

    synchronized void happened(Kind kind, int status) {
        steps.add(new Step(kind, status, System.nanoTime(), Instant.now()));
        notifyAll();
    }

    synchronized Optional<Step> first(Kind kind) {
        return steps.stream().filter(step -> step.kind == kind).findFirst();
    }

    synchronized Optional<Step> end() {
        return steps.stream().filter(step -> step.kind.isEnd()).findFirst();
    }

    synchronized boolean isAnswered() {
        return first(Kind.ANSWERED).isPresent() && end().isEmpty();
    }

    Instant invitedAt() {
        return step(Kind.INVITED).time;
    }

    /** Of a call that we began, and that was answered. */
    CallTimes times() {
        Step invited = step(Kind.INVITED);
        Step answered = step(Kind.ANSWERED);
        return new CallTimes(
                invited.time,
                first(Kind.CHALLENGED).orElse(invited).time,
                answered.time,
                Duration.ofNanos(answered.nanos - invited.nanos));
    }

    private Step step(Kind kind) {
        return first(kind).orElseThrow(() -> new CallFailed("There was no " + kind + " of " + call + ", only " + this));
    }

    Step await(Kind kind, Duration limit) {
        return await(step -> step.kind == kind, kind.toString(), limit);
    }

    Step awaitEnd(Duration limit) {
        return await(step -> step.kind.isEnd(), "the end", limit);
    }

    synchronized void awaitOver(Duration limit) {
        try {
            awaitEnd(limit);
        } catch (CallFailed e) {
            // A phone that nobody answers any more is put away all the same.
        }
    }

    private synchronized Step await(Predicate<Step> wanted, String what, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<Step> found = steps.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = Math.ceilDiv(deadline - System.nanoTime(), 1_000_000L);
            if (left <= 0 || end().isPresent()) {
                throw new CallFailed("Expected " + what + " of " + call + " within " + limit.toSeconds()
                        + " s, but there was " + this);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CallFailed("Interrupted while waiting for " + what + " of " + call);
            }
        }
    }

    @Override
    public synchronized String toString() {
        return steps.stream()
                .map(step -> step.status == 0 ? step.kind.toString() : step.kind + " (" + step.status + ")")
                .toList()
                .toString();
    }
}
