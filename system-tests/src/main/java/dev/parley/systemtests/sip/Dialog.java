package dev.parley.systemtests.sip;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;

/** What the two ends of a call know of each other (RFC 3261 §12). To be used on one loop only. */
public final class Dialog {
    private final String callId;
    private final String localUri;
    private final String localTag;
    private final String contact;
    private String remote;
    private String target;
    private List<String> routes;
    private long cseq;

    private Dialog(
            String callId, String localUri, String localTag, String contact, String remote, String target, long cseq) {
        this.callId = callId;
        this.localUri = localUri;
        this.localTag = localTag;
        this.contact = contact;
        this.remote = remote;
        this.target = target;
        this.cseq = cseq;
        this.routes = List.of();
    }

    /** One that we begin. */
    static Dialog towards(String target, String remoteUri, String localUri, String contact) {
        return new Dialog(UUID.randomUUID().toString(), localUri, tag(), contact, "<" + remoteUri + ">", target, 0);
    }

    /** One that somebody begins with us. */
    static Dialog answering(SipMessage invite, String contact) {
        Dialog dialog = new Dialog(
                invite.callId(),
                SipMessage.uri(invite.require("To")),
                tag(),
                contact,
                invite.require("From"),
                SipMessage.uri(invite.require("Contact")),
                0);
        dialog.routes = invite.all("Record-Route");
        return dialog;
    }

    static String tag() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    public String callId() {
        return callId;
    }

    /** The next request from this end. */
    public SipMessage request(String method) {
        cseq++;
        return request(method, cseq);
    }

    /** ACK repeats the number of the INVITE that it acknowledges. */
    SipMessage ack(long invite) {
        return request("ACK", invite);
    }

    private SipMessage request(String method, long number) {
        SipMessage request = SipMessage.request(method, target)
                .with("Max-Forwards", "70")
                .with("From", "<" + localUri + ">;tag=" + localTag)
                .with("To", remote)
                .with("Call-ID", callId)
                .with("CSeq", number + " " + method)
                .with("Contact", "<" + contact + ">")
                .with("User-Agent", "Parley test phone");
        for (String route : routes) {
            request = request.with("Route", route);
        }
        return request;
    }

    /** The same request once more, with a new number, as after a challenge. */
    SipMessage renumbered(SipMessage request) {
        cseq++;
        return request.without("Via").replacing("CSeq", cseq + " " + request.method());
    }

    SipMessage response(SipMessage request, int status, String reason) {
        SipMessage response = SipMessage.response(request, status, reason);
        String to = request.require("To");
        if (SipMessage.parameter(to, "tag").isEmpty()) {
            response = response.replacing("To", to + ";tag=" + localTag);
        }
        return response.with("Contact", "<" + contact + ">");
    }

    /** Takes tag, target and route from an answer to our INVITE. */
    void learn(SipMessage response) {
        remote = response.require("To");
        response.first("Contact").ifPresent(address -> target = SipMessage.uri(address));
        routes = response.all("Record-Route").reversed();
    }

    /** The other end's target may change with each of its re-INVITEs. */
    public void follow(SipMessage request) {
        request.first("Contact").ifPresent(address -> target = SipMessage.uri(address));
    }

    /** Where requests within the dialog go. */
    InetSocketAddress nextHop() {
        return SipAddress.of(routes.isEmpty() ? target : SipMessage.uri(routes.getFirst()));
    }

    boolean isEstablished() {
        return SipMessage.parameter(remote, "tag").isPresent();
    }
}
