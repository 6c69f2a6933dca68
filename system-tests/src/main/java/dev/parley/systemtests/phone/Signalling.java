package dev.parley.systemtests.phone;

import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.phone.Progress.Kind;
import dev.parley.systemtests.sip.SipMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** A leg for those who are not on its loop: what they ask of it happens there, and they wait. Thread-safe. */
final class Signalling {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Loop loop;
    private final Leg leg;
    private final Progress progress;

    Signalling(String name, Loop loop, Leg leg, Progress progress) {
        this.name = name;
        this.loop = loop;
        this.leg = leg;
        this.progress = progress;
    }

    /** Waits until the leg has done it, not for what comes of it. */
    void does(Consumer<Leg> step) {
        loop.tell(() -> step.accept(leg));
    }

    /** The INVITE that began the call, whoever sent it. */
    SipMessage invite() {
        return loop.ask(leg::first);
    }

    /** Waits for the final answer to a request within the call; it has to be a success. */
    void succeeds(String what, Function<Leg, CompletableFuture<Integer>> request) {
        int status = loop.ask(() -> request.apply(leg))
                .completeOnTimeout(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (status / 100 != 2) {
            throw new CallFailed(
                    name + ": " + what + " was answered with " + (status == 0 ? "nothing" : String.valueOf(status)));
        }
    }

    /** Sends keys by SIP INFO, each after the one before was taken. */
    void press(String keys) {
        keys.chars()
                .forEach(key -> succeeds(
                        "INFO",
                        it -> it.inform("application/dtmf-relay", "Signal=" + (char) key + "\r\nDuration=160\r\n")));
    }

    /** The same with nothing but the key. */
    void pressAlone(String keys) {
        keys.chars().forEach(key -> succeeds("INFO", it -> it.inform("application/dtmf", String.valueOf((char) key))));
    }

    /** Ends the call in whatever way fits its state, without waiting. */
    void end() {
        loop.execute(() -> {
            if (progress.isAnswered()) {
                leg.hangUp();
            } else if (progress.end().isEmpty() && progress.first(Kind.INVITED).isPresent()) {
                leg.cancel();
            } else if (progress.end().isEmpty()) {
                leg.refuse(480);
            }
        });
    }
}
