package dev.parley.systemtests.wire;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A call that is up, and in which anything may be sent. Not thread-safe. */
public final class WireCall implements AutoCloseable {
    private static final Pattern CSEQ = Pattern.compile("(?im)^CSeq\\s*:\\s*(\\d{1,10})\\s");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LIMIT = 1L << 31;

    private final Wire wire;
    private final SipMessage answer;
    private long cseq;

    private WireCall(Wire wire, SipMessage answer) {
        this.wire = wire;
        this.answer = answer;
        this.cseq = answer.cseq();
    }

    /** Calls as a telephone; the wire is the call's from then on. */
    public static WireCall byPhone(Wire wire, Account account, String called) {
        byte[] invite = new HonestMessages(wire).invite(account, called).bytes();
        SipMessage challenge = new Exchange(wire)
                .ask(invite, PATIENCE, PATIENCE)
                .orElseThrow(() -> new IllegalStateException("No challenge"));
        return begin(wire, Credentials.added(invite, challenge, account));
    }

    public static WireCall byTrunk(Wire wire, String called) {
        return begin(wire, new HonestMessages(wire).carrierInvite(called).bytes());
    }

    private static WireCall begin(Wire wire, byte[] invite) {
        Optional<SipMessage> answer = new Exchange(wire).askAndStay(invite, PATIENCE, PATIENCE);
        return answer.filter(it -> it.status() == 200)
                .map(it -> new WireCall(wire, it))
                .orElseThrow(() -> new IllegalStateException("An honest call was answered " + answer));
    }

    public Wire wire() {
        return wire;
    }

    /** The next request of this call, as it should be. */
    public SipMessage next(String method) {
        cseq++;
        SipMessage request = new Exchange(wire).within(answer, method, (int) (cseq - answer.cseq()));
        HonestMessages honest = new HonestMessages(wire);
        return method.equals("INVITE")
                ? request.with("Contact", "<" + honest.contact("torture") + ">")
                        .with("Supported", "timer")
                        .with("Session-Expires", "1800;refresher=uac")
                        .carrying("application/sdp", honest.sdp(cseq))
                : request;
    }

    /** Sends a request of this call and waits for the final answer; a 2xx to INVITE is acknowledged. */
    public SipMessage asks(SipMessage request) {
        return new Exchange(wire)
                .askAndStay(request.bytes(), PATIENCE, PATIENCE)
                .orElseThrow(() -> new IllegalStateException("No answer to " + request));
    }

    /** The answer that began it. */
    public SipMessage answer() {
        return answer;
    }

    /** Whatever number has been sent is used up. */
    public void hasSent(byte[] request) {
        var number = CSEQ.matcher(new String(request, StandardCharsets.ISO_8859_1));
        while (number.find()) {
            long used = Long.parseLong(number.group(1));
            cseq = used < LIMIT - 1_000 ? Math.max(cseq, used) : cseq;
        }
    }

    @Override
    public void close() {
        new Exchange(wire).ask(next("BYE").bytes(), PATIENCE, PATIENCE);
        wire.close();
    }
}
