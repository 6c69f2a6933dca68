package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A telephone's signalling: sends requests by its proxy, answers challenges, and hands requests to the call they belong
 * to. To be used on its loop only.
 */
public final class UserAgent implements AutoCloseable {
    private final Loop loop;
    private final Account account;
    private final InetSocketAddress proxy;
    private final SipEndpoint endpoint;
    private final Consumer<IncomingInvite> ringing;
    private final Map<String, InDialog> calls = new HashMap<>();
    private @Nullable Dialog registration;

    /** Gets the requests of one dialog. */
    public interface InDialog {
        void requested(SipMessage request);

        void repeated(SipMessage response);
    }

    /** An INVITE that begins a call with us. */
    public record IncomingInvite(SipMessage invite, Dialog dialog) {}

    private UserAgent(
            Loop loop,
            Account account,
            InetSocketAddress proxy,
            InetSocketAddress local,
            boolean tcp,
            Consumer<IncomingInvite> ringing) {
        this.loop = loop;
        this.account = account;
        this.proxy = proxy;
        this.ringing = ringing;
        SipEndpoint.Owner owner = new Dispatch();
        this.endpoint = tcp ? SipEndpoint.tcp(loop, local, owner) : SipEndpoint.udp(loop, local, owner);
    }

    public static UserAgent udp(
            Loop loop,
            Account account,
            InetSocketAddress proxy,
            InetSocketAddress local,
            Consumer<IncomingInvite> ringing) {
        return new UserAgent(loop, account, proxy, local, false, ringing);
    }

    public static UserAgent tcp(
            Loop loop,
            Account account,
            InetSocketAddress proxy,
            InetSocketAddress local,
            Consumer<IncomingInvite> ringing) {
        return new UserAgent(loop, account, proxy, local, true, ringing);
    }

    public Loop loop() {
        return loop;
    }

    public Account account() {
        return account;
    }

    public InetSocketAddress local() {
        return endpoint.local();
    }

    public String contact() {
        InetSocketAddress local = endpoint.local();
        String transport = endpoint.transport().equals("TCP") ? ";transport=tcp" : "";
        return "sip:" + account.user() + "@" + local.getHostString() + ":" + local.getPort() + transport;
    }

    /** Registers for so many seconds; 0 takes it back. */
    public void register(int seconds, Consumer<SipMessage> outcome) {
        // One Call-ID and a growing CSeq for all registrations of a phone (RFC 3261 §10.2).
        if (registration == null) {
            registration = Dialog.towards("sip:" + account.domain(), account.uri(), account.uri(), contact());
        }
        SipMessage register = registration.request("REGISTER").with("Expires", String.valueOf(seconds));
        send(registration, register, outcome, sent -> {});
    }

    /** A question outside any call, such as OPTIONS. */
    public void ask(String method, String target, Consumer<SipMessage> outcome) {
        Dialog dialog = Dialog.towards(target, target, account.uri(), contact());
        send(dialog, dialog.request(method), outcome, sent -> {});
    }

    /** A dialog to begin with an INVITE. */
    public Dialog towards(String target) {
        return Dialog.towards(target, target, account.uri(), contact());
    }

    public void join(Dialog dialog, InDialog call) {
        calls.put(dialog.callId(), call);
    }

    public void forget(Dialog dialog) {
        calls.remove(dialog.callId());
    }

    /**
     * Sends a request of a dialog, and once more with credentials when it is challenged.
     *
     * @param sent gets the request as it left, each time
     */
    public void send(Dialog dialog, SipMessage request, Consumer<SipMessage> answers, Consumer<SipMessage> sent) {
        InetSocketAddress to = dialog.isEstablished() ? dialog.nextHop() : proxy;
        sent.accept(endpoint.send(request, to, response -> {
            boolean challenged = response.status() == 401 || response.status() == 407;
            boolean tried = request.first("Authorization").isPresent()
                    || request.first("Proxy-Authorization").isPresent();
            if (challenged && !tried) {
                send(dialog, withCredentials(dialog.renumbered(request), response), answers, sent);
            } else {
                answers.accept(response);
            }
        }));
    }

    private SipMessage withCredentials(SipMessage request, SipMessage challenge) {
        boolean byProxy = challenge.status() == 407;
        String asked = challenge.require(byProxy ? "Proxy-Authenticate" : "WWW-Authenticate");
        return request.with(
                byProxy ? "Proxy-Authorization" : "Authorization",
                Digest.answer(
                        asked,
                        request.method(),
                        request.requestUri(),
                        account.user(),
                        account.password(),
                        Dialog.tag()));
    }

    /** Acknowledges a success, with an SDP when the INVITE had none. */
    public void acknowledge(Dialog dialog, SipMessage success, String sdp) {
        SipMessage ack = dialog.ack(success.cseq());
        endpoint.sendAck(sdp.isEmpty() ? ack : ack.carrying("application/sdp", sdp), dialog.nextHop());
    }

    public void cancel(SipMessage invite) {
        endpoint.cancel(invite, proxy);
    }

    public void respond(Dialog dialog, SipMessage request, int status, String reason, String sdp) {
        SipMessage response = dialog.response(request, status, reason);
        endpoint.respond(request, sdp.isEmpty() ? response : response.carrying("application/sdp", sdp));
    }

    /** Learns from a response of a dialog that we began. */
    public void learn(Dialog dialog, SipMessage response) {
        dialog.learn(response);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private final class Dispatch implements SipEndpoint.Owner {
        @Override
        public void requested(SipMessage request) {
            InDialog call = calls.get(request.callId());
            if (call != null) {
                call.requested(request);
                return;
            }
            switch (request.method()) {
                case "INVITE" -> ringing.accept(new IncomingInvite(request, Dialog.answering(request, contact())));
                case "OPTIONS" -> endpoint.respond(request, SipMessage.response(request, 200, "OK"));
                case "ACK", "CANCEL" -> {}
                default ->
                    endpoint.respond(request, SipMessage.response(request, 481, "Call/Transaction Does Not Exist"));
            }
        }

        @Override
        public void repeated(SipMessage response) {
            InDialog call = calls.get(response.callId());
            if (call != null) {
                call.repeated(response);
            }
        }
    }
}
