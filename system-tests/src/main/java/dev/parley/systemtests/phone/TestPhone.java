package dev.parley.systemtests.phone;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.rtp.RtpSession;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.Dialog;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.sip.UserAgent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A telephone with a tone of its own, or the switch at the other end of a trunk. Thread-safe. */
public final class TestPhone implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final int REGISTRATION_SECONDS = 300;
    private static final Duration MEMORY = Duration.ofMinutes(2);

    private final String name;
    private final Tone tone;
    private final Loop audio;
    private final UserAgent agent;
    private final String host;
    private final BlockingQueue<Call> incoming = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile List<G711> codecs = List.of(G711.PCMU, G711.PCMA);
    private volatile boolean telephoneEvents = true;
    private volatile Duration memory = MEMORY;
    private volatile boolean registered;
    private volatile List<SipMessage.Header> said = List.of();

    /** What a phone is made of. */
    record Line(
            String name, Account account, InetSocketAddress proxy, InetSocketAddress local, boolean tcp, String host) {}

    TestPhone(Line line, Tone tone, Loop signalling, Loop audio) {
        this.name = line.name;
        this.tone = tone;
        this.audio = audio;
        this.host = line.host;
        this.agent = line.tcp
                ? UserAgent.tcp(signalling, line.account, line.proxy, line.local, this::rung)
                : UserAgent.udp(signalling, line.account, line.proxy, line.local, this::rung);
    }

    public String name() {
        return name;
    }

    /** The user it is registered as, or the number it calls from. */
    public String number() {
        return agent.account().user();
    }

    public String domain() {
        return agent.account().domain();
    }

    public Tone tone() {
        return tone;
    }

    public InetSocketAddress address() {
        return agent.local();
    }

    /** Offers and accepts these only, in this order. */
    public TestPhone speaking(G711... only) {
        codecs = List.of(only);
        return this;
    }

    /** Knows no telephone events, as old ones do: its keys are sound. */
    public TestPhone withoutTelephoneEvents() {
        telephoneEvents = false;
        return this;
    }

    /** Keeps no more than this of what it hears: for phones by the hundred. */
    public TestPhone remembering(Duration past) {
        memory = past;
        return this;
    }

    /** Says this, too, in each INVITE that it sends. */
    public TestPhone saying(String header, String value) {
        said = Stream.concat(said.stream(), Stream.of(new SipMessage.Header(header, value)))
                .toList();
        return this;
    }

    /** Registers, or fails. */
    public TestPhone registers() {
        int status = triesToRegister();
        if (status != 200) {
            throw new CallFailed(name() + " could not register: " + status);
        }
        return this;
    }

    /** Tries to register and tells the SIP status of the outcome. */
    public int triesToRegister() {
        int status = register(REGISTRATION_SECONDS);
        registered = status == 200;
        return status;
    }

    public void unregisters() {
        registered = false;
        int status = register(0);
        if (status != 200) {
            throw new CallFailed(name() + " could not take its registration back: " + status);
        }
    }

    private int register(int seconds) {
        return outcome(answer -> agent.register(seconds, answer::complete)).status();
    }

    /** Sends a request outside any call and tells what came back. */
    public SipMessage asks(String method, String target) {
        return outcome(answer -> agent.ask(method, target, answer::complete));
    }

    private SipMessage outcome(Consumer<CompletableFuture<SipMessage>> question) {
        CompletableFuture<SipMessage> answer = new CompletableFuture<>();
        agent.loop().execute(() -> question.accept(answer));
        return answer.orTimeout(40, TimeUnit.SECONDS).join();
    }

    /** Calls a number; returns at once. */
    public Call calls(String number) {
        return calls(number, true);
    }

    /** Calls with an INVITE that has no SDP: the other side has to offer. */
    public Call callsWithoutOffer(String number) {
        return calls(number, false);
    }

    /** All call the same number at the same moment, as often as they stand in the list; they are of one box. */
    public static List<Call> callTogether(List<TestPhone> phones, String number) {
        List<Call> calls = new ArrayList<>();
        List<Runnable> invites = new ArrayList<>();
        for (TestPhone phone : phones) {
            Progress progress = new Progress("the call from " + phone.name() + " to " + number);
            RtpSession rtp = phone.newAudio();
            Leg leg = phone.agent.loop().ask(() -> phone.leg(number, rtp, progress));
            invites.add(() -> leg.call(true));
            calls.add(phone.remember(leg, rtp, progress));
        }
        // One task for all: nothing comes between.
        phones.getFirst().agent.loop().tell(() -> invites.forEach(Runnable::run));
        return calls;
    }

    private Call calls(String number, boolean offering) {
        Progress progress = new Progress("the call from " + name() + " to " + number);
        RtpSession rtp = newAudio();
        Leg leg = agent.loop().ask(() -> {
            Leg begun = leg(number, rtp, progress);
            begun.call(offering);
            return begun;
        });
        return remember(leg, rtp, progress);
    }

    private Leg leg(String number, RtpSession rtp, Progress progress) {
        Dialog dialog = agent.towards("sip:" + number + "@" + host);
        SipMessage invite = dialog.request("INVITE");
        for (SipMessage.Header header : said) {
            invite = invite.with(header.name(), header.value());
        }
        return new Leg(agent, dialog, invite, rtp, progress);
    }

    private RtpSession newAudio() {
        RtpSession.Vocabulary said = new RtpSession.Vocabulary(codecs, telephoneEvents);
        return new RtpSession(audio, agent.local().getAddress(), said, AudioSource.tone(tone), memory);
    }

    private Call remember(Leg leg, RtpSession rtp, Progress progress) {
        Signalling signalling = new Signalling(name(), agent.loop(), leg, progress);
        Call call = new Call(name(), tone, signalling, rtp, progress);
        calls.add(call);
        return call;
    }

    private void rung(UserAgent.IncomingInvite incomingInvite) {
        SipMessage invite = incomingInvite.invite();
        Progress progress = new Progress("the call to " + name());
        RtpSession rtp = newAudio();
        Leg leg = new Leg(agent, incomingInvite.dialog(), invite, rtp, progress);
        incoming.add(remember(leg, rtp, progress));
    }

    /** Whether somebody has called, and {@link #awaitCall} has not told yet. */
    public boolean isCalled() {
        return !incoming.isEmpty();
    }

    /** Waits for the phone to be called. */
    public Call awaitCall() {
        return awaitCall(PATIENCE);
    }

    public Call awaitCall(Duration limit) {
        try {
            Call call = incoming.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (call == null) {
                throw new CallFailed("Nobody has called " + name() + " within " + limit.toSeconds() + " s");
            }
            return call;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("Interrupted while " + name() + " waited for a call");
        }
    }

    /** Hangs up all there is and takes the registration back. */
    @Override
    public void close() {
        calls.forEach(Call::end);
        calls.forEach(call -> call.awaitOver(FAREWELL));
        try {
            if (registered) {
                unregisters();
            }
        } finally {
            agent.loop().tell(agent::close);
        }
    }
}
