package dev.parley.systemtests.torture;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.torture.MutationCase.Kind;
import dev.parley.systemtests.wire.Credentials;
import dev.parley.systemtests.wire.Exchange;
import dev.parley.systemtests.wire.HonestMessages;
import dev.parley.systemtests.wire.Wire;
import dev.parley.systemtests.wire.WireCall;
import dev.parley.systemtests.wire.WireTenant;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Does one case after the other, with an account and an address of its own, so that what is refused to it, and whom it is
 * taken for, concerns no other worker. Not thread-safe.
 */
final class MutationWorker implements AutoCloseable {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration SILENCE_IN_ORDER = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int CASES_IN_A_CALL = 16;
    private static final int REGISTERED_SECONDS = 120;
    private static final String BYE_OVER = "481";

    private final InetSocketAddress edge;
    private final int index;
    private final Account account;
    private final String nobody;
    private final MutatingPeer telephone;
    private final MutatingPeer carrier;
    private final Map<String, WireCall> calls = new HashMap<>();
    private final Map<String, Integer> used = new HashMap<>();

    /** What became of a case. */
    enum Outcome {
        ANSWERED,
        /** No answer could be expected, and none came. */
        SILENT_IN_ORDER,
        SILENT
    }

    /** @param detail what was sent, and what came, for whoever looks for the fault */
    record Result(MutationCase one, Outcome outcome, String detail) {}

    /**
     * @param telephone answers to the extension of {@link #calledPhone}
     * @param carrier answers to the numbers of the trunk
     * @param nobody an extension that is registered nowhere
     */
    MutationWorker(InetSocketAddress edge, int index, String nobody, MutatingPeer telephone, MutatingPeer carrier) {
        this.edge = edge;
        this.index = index;
        this.account = WireTenant.account(index);
        this.nobody = nobody;
        this.telephone = telephone;
        this.carrier = carrier;
    }

    Result work(MutationCase one) {
        return switch (one.kind()) {
            case INVITE, REGISTER -> outside(one);
            case REINVITE, BYE -> inside(one);
            case RESPONSE -> calling(one);
        };
    }

    private Wire wire(MutationCase one) {
        InetSocketAddress local = Address.of(one.byPhone() ? "127.0.80." + (index + 1) : WireTenant.GATEWAY, 0);
        return one.overStream() ? Wire.tcp(local, edge) : Wire.udp(local, edge);
    }

    // ---- a request that begins something

    private Result outside(MutationCase one) {
        try (Wire wire = wire(one)) {
            HonestMessages honest = new HonestMessages(wire);
            Random random = new Random(one.seed());
            if (!one.byPhone()) {
                String called = random.nextInt(8) == 0 ? WireTenant.NUMBER : WireTenant.NUMBER + "9";
                return send(
                        one,
                        wire,
                        new Mutator(one.seed())
                                .mutate(honest.carrierInvite(called).bytes()));
            }
            String called = random.nextInt(10) == 0 ? WireTenant.ROOM : nobody;
            byte[] bare = (one.kind() == Kind.REGISTER
                            ? honest.register(account, REGISTERED_SECONDS)
                            : honest.invite(account, called))
                    .bytes();
            Optional<SipMessage> challenge = new Exchange(wire).ask(bare, SILENCE, LIMIT);
            if (challenge.isEmpty()) {
                return new Result(one, Outcome.SILENT, "no answer to the honest request before");
            }
            byte[] whole = Credentials.added(bare, challenge.get(), account);
            Result result = send(one, wire, mutated(whole, one.seed(), random.nextInt(10) == 0));
            if (one.kind() == Kind.REGISTER) {
                forget(wire);
            }
            return result;
        }
    }

    // Credentials that are right lead farther in: mostly they are left alone.
    private static byte[] mutated(byte[] request, long seed, boolean credentialsToo) {
        if (credentialsToo) {
            return new Mutator(seed).mutate(request);
        }
        String text = new String(request, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("\r\n") + 2;
        int end = text.indexOf("\r\n", begin) + 2;
        byte[] without = (text.substring(0, begin) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1);
        String changed = new String(new Mutator(seed).mutate(without), StandardCharsets.ISO_8859_1);
        int line = changed.indexOf("\r\n") + 2;
        return (line < 2 ? changed : changed.substring(0, line) + text.substring(begin, end) + changed.substring(line))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Takes back whatever has been registered. */
    private void forget(Wire wire) {
        if (wire.isClosed()) {
            return;
        }
        byte[] bare = new HonestMessages(wire)
                .register(account, REGISTERED_SECONDS)
                .replacing("Contact", "*")
                .replacing("Expires", "0")
                .bytes();
        new Exchange(wire)
                .ask(bare, SILENCE, LIMIT)
                .filter(answer -> answer.status() == 401)
                .ifPresent(challenge ->
                        new Exchange(wire).ask(Credentials.added(bare, challenge, account), SILENCE, LIMIT));
    }

    // ---- a request within a call

    private Result inside(MutationCase one) {
        String key = one.byPhone() + " " + one.overStream();
        if (used.merge(key, 1, Integer::sum) > CASES_IN_A_CALL
                || calls.containsKey(key) && calls.get(key).wire().isClosed()) {
            hangUp(key);
        }
        WireCall call = calls.computeIfAbsent(
                key,
                _ -> one.byPhone()
                        ? WireCall.byPhone(wire(one), account, WireTenant.ROOM)
                        : WireCall.byTrunk(wire(one), WireTenant.NUMBER));
        SipMessage request = call.next(one.kind() == Kind.BYE ? "BYE" : "INVITE");
        Result result = one.overStream() ? sendApart(one, call, request) : sendWithin(one, call, call.wire(), request);
        boolean over = one.kind() == Kind.BYE && result.detail.startsWith("200") || result.detail.startsWith(BYE_OVER);
        if (over) {
            hangUp(key);
        }
        return result;
    }

    // Whoever loses count of a stream loses all that follows: on a connection of its own a request shows for itself.
    private Result sendApart(MutationCase one, WireCall call, SipMessage request) {
        try (Wire wire = wire(one)) {
            return sendWithin(one, call, wire, request.without("Via").topped("Via", new Exchange(wire).via()));
        }
    }

    private static Result sendWithin(MutationCase one, WireCall call, Wire wire, SipMessage request) {
        byte[] changed = new Mutator(one.seed()).mutate(request.bytes());
        call.hasSent(changed);
        return send(one, wire, changed);
    }

    private void hangUp(String key) {
        used.remove(key);
        WireCall call = calls.remove(key);
        if (call == null) {
            return;
        }
        if (call.wire().isClosed()) {
            call.wire().close();
        } else {
            call.close();
        }
    }

    // ---- a response to a call of ours

    private Result calling(MutationCase one) {
        String called = one.byPhone() ? calledPhone(index) : calledNumber(index);
        MutatingPeer peer = one.byPhone() ? telephone : carrier;
        peer.expect(called, one.seed());
        InetSocketAddress local = Address.of("127.0.80." + (index + 1), 0);
        try (Wire wire = one.overStream() ? Wire.tcp(local, edge) : Wire.udp(local, edge)) {
            byte[] bare = new HonestMessages(wire).invite(account, called).bytes();
            Optional<SipMessage> answer = new Exchange(wire).ask(bare, SILENCE, LIMIT);
            if (answer.isPresent()) {
                answer = new Exchange(wire).ask(Credentials.added(bare, answer.get(), account), SILENCE, LIMIT);
            }
            return answer.map(it -> new Result(one, Outcome.ANSWERED, it.start()))
                    .orElseGet(() -> new Result(one, Outcome.SILENT, peer.sentTo(called)));
        }
    }

    static String calledPhone(int index) {
        return "85" + index;
    }

    static String calledNumber(int index) {
        return WireTenant.PREFIX + "30123" + index;
    }

    // ----

    private static Result send(MutationCase one, Wire wire, byte[] request) {
        boolean answerable = Answerable.is(request, wire.local(), one.overStream());
        Exchange exchange = new Exchange(wire);
        Optional<SipMessage> answer = one.kind() == Kind.REINVITE
                ? exchange.askAndStay(request, answerable ? SILENCE : SILENCE_IN_ORDER, LIMIT)
                : exchange.ask(request, answerable ? SILENCE : SILENCE_IN_ORDER, LIMIT);
        if (answer.isPresent()) {
            return new Result(one, Outcome.ANSWERED, answer.get().start().replace("SIP/2.0 ", ""));
        }
        String detail = new String(request, StandardCharsets.ISO_8859_1) + "\n-- heard: " + exchange.heard();
        // Whoever breaks the framing of a stream loses it, and what would have come on it.
        boolean inOrder = !answerable && (one.overStream() || exchange.heard().isEmpty());
        return new Result(one, inOrder ? Outcome.SILENT_IN_ORDER : Outcome.SILENT, detail);
    }

    @Override
    public void close() {
        calls.keySet().stream().toList().forEach(this::hangUp);
    }
}
