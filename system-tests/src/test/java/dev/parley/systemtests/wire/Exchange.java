package dev.parley.systemtests.wire;

import dev.parley.systemtests.sip.SipMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request of bytes, repeated over UDP until it is answered (RFC 3261 §17.1), and whatever comes of it: a failure is
 * acknowledged, a call that was answered is acknowledged and hung up. What is needed for that is taken from the answer,
 * for the request may be unreadable.
 */
public final class Exchange {
    private static final Duration T1 = Duration.ofMillis(500);
    private static final Duration T2 = Duration.ofSeconds(4);
    private static final String NOBODY = "sip:nobody@invalid";
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final Wire wire;
    private final List<SipMessage> heard = new ArrayList<>();
    private int goodbye;

    public Exchange(Wire wire) {
        this.wire = wire;
    }

    /** What has come, in order, the final answer last. */
    public List<SipMessage> heard() {
        return heard;
    }

    /** What the BYE of a call that was answered has been answered with; 0 when there was none, or no answer. */
    public int goodbye() {
        return goodbye;
    }

    /**
     * Sends it and waits for the final answer.
     *
     * @param silence how long nothing at all may come
     * @param limit how long the final answer may take once something came
     */
    public Optional<SipMessage> ask(byte[] request, Duration silence, Duration limit) {
        Optional<SipMessage> last = finalAnswer(request, silence, limit);
        last.ifPresent(this::conclude);
        return last;
    }

    /** The same, without ending the call that comes of it: a 2xx is acknowledged only. */
    public Optional<SipMessage> askAndStay(byte[] request, Duration silence, Duration limit) {
        Optional<SipMessage> last = finalAnswer(request, silence, limit);
        last.filter(Exchange::isOfInvite).ifPresent(answer -> {
            if (answer.status() < 300) {
                wire.send(within(answer, "ACK", 0).bytes());
            } else {
                acknowledge(answer);
            }
        });
        return last;
    }

    private Optional<SipMessage> finalAnswer(byte[] request, Duration silence, Duration limit) {
        long begun = System.nanoTime();
        long deadline = begun + silence.toNanos();
        Duration pause = T1;
        boolean progress = false;
        wire.send(request);
        while (System.nanoTime() < deadline && !wire.isClosed()) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            boolean repeats = !progress && !wire.isReliable();
            Optional<SipMessage> came = wire.receive(repeats && pause.compareTo(left) < 0 ? pause : left);
            if (came.isEmpty()) {
                if (repeats) {
                    wire.send(request);
                    pause = pause.multipliedBy(2).compareTo(T2) < 0 ? pause.multipliedBy(2) : T2;
                }
            } else if (came.get().isRequest()) {
                serve(came.get());
            } else {
                heard.add(came.get());
                if (came.get().status() >= 200) {
                    return came;
                }
                progress = true;
                deadline = begun + limit.toNanos();
            }
        }
        return Optional.empty();
    }

    private void conclude(SipMessage answer) {
        if (!isOfInvite(answer)) {
            return;
        }
        if (answer.status() >= 300) {
            acknowledge(answer);
            return;
        }
        SipMessage ack = within(answer, "ACK", 0);
        SipMessage bye = within(answer, "BYE", 1);
        wire.send(ack.bytes());
        Duration pause = T1;
        wire.send(bye.bytes());
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        while (System.nanoTime() < deadline && !wire.isClosed()) {
            Optional<SipMessage> came = wire.receive(pause);
            if (came.isEmpty() && !wire.isReliable()) {
                wire.send(bye.bytes());
                pause = pause.multipliedBy(2);
            } else if (came.isPresent() && came.get().isRequest()) {
                serve(came.get());
            } else if (came.isPresent() && isOfInvite(came.get())) {
                wire.send(ack.bytes());
            } else if (came.isPresent() && came.get().status() >= 200) {
                goodbye = came.get().status();
                return;
            }
        }
    }

    public static boolean isOfInvite(SipMessage answer) {
        return answer.first("CSeq").isPresent() && answer.method().equals("INVITE");
    }

    private void acknowledge(SipMessage failure) {
        if (failure.first("Via").isEmpty()) {
            return;
        }
        String to = failure.first("To").orElse("<" + NOBODY + ">");
        // What the To of a broken request says may be no address at all, and nobody needs it here (RFC 3261 §17.1.1.3).
        SipMessage ack = SipMessage.request("ACK", to.matches("[^<]*<[^>]+>.*") ? SipMessage.uri(to) : NOBODY)
                .with("Via", failure.all("Via").getFirst())
                .with("Max-Forwards", "70")
                .with("From", failure.first("From").orElse(""))
                .with("To", to)
                .with("Call-ID", failure.first("Call-ID").orElse(""))
                .with("CSeq", failure.cseq() + " ACK");
        wire.send(ack.bytes());
    }

    /** A request of the dialog that this answer has begun, or belongs to, by whoever sent the INVITE. */
    public SipMessage within(SipMessage answer, String method, int later) {
        SipMessage request = SipMessage.request(
                        method,
                        answer.first("Contact")
                                .map(SipMessage::uri)
                                .orElseGet(() -> SipMessage.uri(answer.require("To"))))
                .with("Via", via())
                .with("Max-Forwards", "70")
                .with("From", answer.require("From"))
                .with("To", answer.require("To"))
                .with("Call-ID", answer.callId())
                .with("CSeq", answer.cseq() + later + " " + method);
        for (String route : answer.all("Record-Route").reversed()) {
            request = request.with("Route", route);
        }
        return request;
    }

    /** A Via of this wire with a branch of its own. */
    public String via() {
        return "SIP/2.0/" + wire.protocol() + " " + wire.local().getHostString() + ":"
                + wire.local().getPort() + ";branch=z9hG4bK" + UUID.randomUUID() + ";rport";
    }

    /** Answers what the other side asks meanwhile: it hangs up, or asks whether we live. */
    public void serve(SipMessage request) {
        if (request.method().equals("ACK")) {
            return;
        }
        boolean offers = request.method().equals("INVITE") || request.method().equals("UPDATE");
        wire.send((offers
                        ? SipMessage.response(request, 488, "Not Acceptable Here")
                        : SipMessage.response(request, 200, "OK"))
                .bytes());
    }
}
