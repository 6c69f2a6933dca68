package dev.parley.systemtests.phone;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.phone.Progress.Kind;
import dev.parley.systemtests.rtp.Ear;
import dev.parley.systemtests.rtp.RtpSession;
import dev.parley.systemtests.rtp.Sdp;
import dev.parley.systemtests.rtp.Sound;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A call as the person at the phone knows it. Its methods wait until the thing is done and throw {@link CallFailed} when
 * it cannot be done. Thread-safe.
 */
public final class Call implements Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Tone tone;
    private final Loop loop;
    private final Leg leg;
    private final RtpSession rtp;
    private final Progress progress;
    private final String dialled;

    /** How keys are sent. */
    public enum Keys {
        /** RFC 4733 telephone events. */
        EVENTS,
        /** SIP INFO, {@code application/dtmf-relay}. */
        INFO,
        /** Tones in the audio. */
        IN_BAND
    }

    Call(String name, Tone tone, Loop loop, Leg leg, RtpSession rtp, Progress progress, String dialled) {
        this.name = name;
        this.tone = tone;
        this.loop = loop;
        this.leg = leg;
        this.rtp = rtp;
        this.progress = progress;
        this.dialled = dialled;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Tone tone() {
        return tone;
    }

    /** The user part of the address that was called. */
    public String dialled() {
        return dialled;
    }

    // ---- a call that we begin

    public Call awaitAnswered() {
        return awaitAnswered(PATIENCE);
    }

    public Call awaitAnswered(Duration limit) {
        progress.await(Kind.ANSWERED, limit);
        return this;
    }

    public Call awaitRinging() {
        progress.await(Kind.RINGING, PATIENCE);
        return this;
    }

    /** Waits for a 183 with an SDP: from then on there may be something to hear. */
    public Call awaitEarlyMedia() {
        progress.await(Kind.EARLY_MEDIA, PATIENCE);
        return this;
    }

    /** Waits for the refusal and tells its SIP status. */
    public int awaitRefused(Duration limit) {
        return progress.await(Kind.REFUSED, limit).status();
    }

    /** Gives up before the answer. */
    public Call cancels() {
        loop.tell(leg::cancel);
        return this;
    }

    // ---- a call that somebody begins with us

    public Call rings() {
        loop.tell(leg::ring);
        return this;
    }

    /** 183: whoever calls hears us before we answer. */
    public Call playsEarly() {
        loop.tell(leg::playEarly);
        return this;
    }

    /** Answers, and waits until the caller knows. */
    public Call answers() {
        loop.tell(leg::accept);
        progress.await(Kind.CONFIRMED, PATIENCE);
        return this;
    }

    public void rejects(int status) {
        loop.tell(() -> leg.refuse(status));
    }

    // ---- within the call

    public Call holds() {
        return renegotiates(Sdp.Direction.SENDONLY);
    }

    /** Hold without music: not even sending. */
    public Call goesInactive() {
        return renegotiates(Sdp.Direction.INACTIVE);
    }

    public Call resumes() {
        return renegotiates(Sdp.Direction.SENDRECV);
    }

    /** A re-INVITE with another RTP port. */
    public Call moves() {
        rtp.move();
        return renegotiates(Sdp.Direction.SENDRECV);
    }

    /** A re-INVITE without an SDP: the other side has to offer. */
    public Call asksForAnOffer() {
        return expectSuccess("re-INVITE without SDP", loop.ask(leg::renegotiateWithoutOffer));
    }

    private Call renegotiates(Sdp.Direction direction) {
        return expectSuccess("re-INVITE " + direction, loop.ask(() -> leg.renegotiate(direction)));
    }

    public Call presses(String keys) {
        return presses(keys, Keys.EVENTS);
    }

    public Call presses(String keys, Keys way) {
        switch (way) {
            case EVENTS -> rtp.pressInEvents(keys);
            case IN_BAND -> rtp.pressInBand(keys);
            case INFO ->
                keys.chars()
                        .forEach(key -> expectSuccess(
                                "INFO",
                                loop.ask(() -> leg.inform(
                                        "application/dtmf-relay", "Signal=" + (char) key + "\r\nDuration=160\r\n"))));
        }
        return this;
    }

    /** Presses keys as telephone events; tells when the last was let go, in {@link System#nanoTime()}. */
    public long pressesAndReleases(String keys) {
        return rtp.pressAndRelease(keys, PATIENCE);
    }

    private Call expectSuccess(String what, CompletableFuture<Integer> answer) {
        int status = answer.completeOnTimeout(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (status / 100 != 2) {
            throw new CallFailed(
                    name + ": " + what + " was answered with " + (status == 0 ? "nothing" : String.valueOf(status)));
        }
        return this;
    }

    public void says(AudioSource source) {
        rtp.speak(source);
    }

    /** Hangs up and waits until the other side has agreed. */
    public void hangsUp() {
        loop.tell(leg::hangUp);
        progress.awaitEnd(PATIENCE);
    }

    /** Power cut: no BYE, no packet any more. */
    public void vanishes() {
        loop.tell(leg::vanish);
    }

    public void awaitHungUp() {
        awaitHungUp(PATIENCE);
    }

    /** Waits until the other side has hung up. */
    public void awaitHungUp(Duration limit) {
        progress.await(Kind.HUNG_UP_BY_THEM, limit);
    }

    /** Ends it in whatever way fits its state, without waiting. */
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

    /** Waits for the end, however it came about; whether it came is for others to judge. */
    void awaitOver(Duration limit) {
        progress.awaitOver(limit);
    }

    public boolean isUp() {
        return progress.isAnswered();
    }

    // ---- what can be told about it

    public Ear ear() {
        return rtp.ear();
    }

    /** What comes during so long from now. */
    public Sound listens(Duration duration) {
        return rtp.ear().listen(duration);
    }

    @Override
    public Levels hears(Collection<Tone> tones, Duration duration) {
        return listens(duration).levels(tones);
    }

    /** From the INVITE to its 200, a challenge in between included. */
    public Duration setupTime() {
        return Duration.ofNanos(step(Kind.ANSWERED).nanos() - step(Kind.INVITED).nanos());
    }

    public Instant invitedAt() {
        return step(Kind.INVITED).time();
    }

    /** When the INVITE with credentials left; without a challenge, the first and only one. */
    public Instant credentialsSentAt() {
        return progress.first(Kind.CHALLENGED).map(Progress.Step::time).orElseGet(this::invitedAt);
    }

    public Instant answeredAt() {
        return step(Kind.ANSWERED).time();
    }

    private Progress.Step step(Kind kind) {
        return progress.first(kind)
                .orElseThrow(() -> new CallFailed(name + ": there was no " + kind + ", only " + progress));
    }

    /** The id in {@code o=} of our SDP: by it a call is found again in the system's messages. */
    public String sdpSession() {
        return rtp.session();
    }

    @Override
    public String toString() {
        return name + " " + progress;
    }
}
