package dev.parley.systemtests;

import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.rtp.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A caller who is asked for a PIN and does not know it; enters one after the other as soon as it is asked. */
final class Guesser {
    private static final int TRIES = 3;
    private static final String WRONG = "7";
    private static final int AUDIBLE = 500;
    private static final int QUIET = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** Longer than a prompt pauses for breath. */
    private static final Duration BREATH = Duration.ofMillis(600);

    private final Call call;
    private final long begun = System.nanoTime();
    private long asked = begun;

    /**
     * What one wrong PIN came to.
     *
     * @param setup from the INVITE to its 200
     * @param answer from the {@code #} to the first word that answers it
     */
    record Guess(Duration setup, Duration answer) {}

    Guesser(Call call) {
        this.call = call;
    }

    /** Tells how long the answers took; the last of them is the goodbye, which may come early. */
    List<Duration> usesUpItsTries() {
        call.awaitAnswered(PATIENCE);
        List<Duration> answers = new ArrayList<>();
        for (int i = 0; i < TRIES && call.isUp(); i++) {
            answers.add(enters(WRONG));
        }
        call.awaitHungUp(PATIENCE);
        return answers;
    }

    Guess guessesOnce() {
        call.awaitAnswered(PATIENCE);
        Duration answer = enters(WRONG);
        call.hangsUp();
        return new Guess(call.setupTime(), answer);
    }

    /** Tells how long it took until something was said about it. */
    Duration enters(String pin) {
        firstWord(asked);
        call.presses(pin);
        await("a key ends what is being said").atMost(PATIENCE).until(() -> !call.isUp() || isQuiet());
        asked = System.nanoTime();
        call.presses("#");
        return Duration.ofNanos(firstWord(asked) - asked);
    }

    private boolean isQuiet() {
        Sound heard = call.listens(BREATH);
        return heard.packets() > 0 && heard.peak() < QUIET;
    }

    /** Waits until something is said, and tells when that was; until now when the call ends without a word. */
    private long firstWord(long since) {
        return await("something is said")
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> call.ear().since(since).firstLouderThan(AUDIBLE), word -> word.isPresent() || !call.isUp())
                .orElseGet(System::nanoTime);
    }

    Call call() {
        return call;
    }

    /** {@link System#nanoTime()} when it called. */
    long begun() {
        return begun;
    }

    void hangsUp() {
        call.hangsUp();
    }
}
