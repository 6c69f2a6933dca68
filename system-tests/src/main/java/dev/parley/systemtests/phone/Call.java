package dev.parley.systemtests.phone;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.phone.Progress.Kind;
import dev.parley.systemtests.rtp.Ear;
import dev.parley.systemtests.rtp.RtpSession;
import dev.parley.systemtests.rtp.Sdp;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.sip.SipMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * A call as the person at the phone knows it. Its methods wait until the thing is done and throw {@link CallFailed} when
 * it cannot be done. Thread-safe.
 */
public final class Call implements Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Tone tone;
    private final Signalling signalling;
    private final RtpSession rtp;
    private final Progress progress;

    /** How keys are sent. */
    public enum Keys {
        /** RFC 4733 telephone events. */
        EVENTS,
        /** SIP INFO, {@code application/dtmf-relay}. */
        INFO,
        /** SIP INFO, {@code application/dtmf}: the key alone. */
        INFO_KEY_ALONE,
        /** Tones in the audio. */
        IN_BAND
    }

    Call(String name, Tone tone, Signalling signalling, RtpSession rtp, Progress progress) {
        this.name = name;
        this.tone = tone;
        this.signalling = signalling;
        this.rtp = rtp;
        this.progress = progress;
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
        return invite().requestUri().replaceAll("^[^:]*:|@.*$", "");
    }

    public SipMessage invite() {
        return signalling.invite();
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
        signalling.does(Leg::cancel);
        return this;
    }

    // ---- a call that somebody begins with us

    public Call rings() {
        signalling.does(Leg::ring);
        return this;
    }

    /** 183: whoever calls hears us before we answer. */
    public Call playsEarly() {
        signalling.does(Leg::playEarly);
        return this;
    }

    /** Answers, and waits until the caller knows. */
    public Call answers() {
        signalling.does(Leg::accept);
        progress.await(Kind.CONFIRMED, PATIENCE);
        return this;
    }

    public void rejects(int status) {
        signalling.does(leg -> leg.refuse(status));
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
        signalling.succeeds("re-INVITE without SDP", Leg::renegotiateWithoutOffer);
        return this;
    }

    private Call renegotiates(Sdp.Direction direction) {
        signalling.succeeds("re-INVITE " + direction, leg -> leg.renegotiate(direction));
        return this;
    }

    public Call presses(String keys) {
        return presses(keys, Keys.EVENTS);
    }

    public Call presses(String keys, Keys way) {
        switch (way) {
            case EVENTS -> rtp.pressInEvents(keys);
            case IN_BAND -> rtp.pressInBand(keys);
            case INFO -> signalling.press(keys);
            case INFO_KEY_ALONE -> signalling.pressAlone(keys);
        }
        return this;
    }

    /** Presses keys as telephone events; tells when the last was let go, in {@link System#nanoTime()}. */
    public long pressesAndReleases(String keys) {
        return rtp.pressAndRelease(keys, PATIENCE);
    }

    public void says(AudioSource source) {
        rtp.speak(source);
    }

    /** Hangs up and waits until the other side has agreed. */
    public void hangsUp() {
        signalling.does(Leg::hangUp);
        progress.awaitEnd(PATIENCE);
    }

    /** Power cut: no BYE, no packet any more. */
    public void vanishes() {
        signalling.does(Leg::vanish);
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
        signalling.end();
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

    public Instant invitedAt() {
        return progress.invitedAt();
    }

    /** Of a call that we began, and that was answered. */
    public CallTimes times() {
        return progress.times();
    }

    /** From the INVITE to its 200, a challenge in between included. */
    public Duration setupTime() {
        return times().setup();
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
