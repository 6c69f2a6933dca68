package dev.parley.callcontrol.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.address.SipURI;

/**
 * One SIP dialog (RFC 3261 §12), whole and explicit, so that it can be stored and outlive the process.
 *
 * @param localAddress our From or To without tag
 * @param remoteAddress the party's, likewise
 * @param remoteTarget the party's newest Contact
 * @param routeSet Route values in the order in which our requests carry them
 * @param localCSeq the number of the last request we sent
 * @param remoteCSeq the number of the last request we received; -1: none yet
 * @param contact our Contact value
 */
public record Dialog(
        String callId,
        String localTag,
        String remoteTag,
        String localAddress,
        String remoteAddress,
        String remoteTarget,
        List<String> routeSet,
        long localCSeq,
        long remoteCSeq,
        String contact) {
    private static final String MAX_FORWARDS = "70";
    /** Below every number: whoever was called may begin at 0 (§8.1.1.5). */
    private static final long NONE_YET = -1;

    public Dialog {
        routeSet = List.copyOf(routeSet);
    }

    /** The dialog that our 2xx to this INVITE makes (§12.1.1). */
    public static Dialog answering(SipRequest invite, String localTag, String contact) {
        return new Dialog(
                invite.callId(),
                localTag,
                invite.fromTag(),
                invite.to().address(),
                invite.from().address(),
                target(invite.headers(), invite.from().uri()),
                routes(invite.headers()),
                0,
                invite.cseq(),
                contact);
    }

    /** The dialog that a response to our INVITE makes (§12.1.2). */
    public static Dialog answeredBy(SipResponse response, String contact) {
        NameAddress from = NameAddress.parse(response.headers().first("From").orElse(""));
        NameAddress to = NameAddress.parse(response.headers().first("To").orElse(""));
        return new Dialog(
                response.callId(),
                response.fromTag(),
                response.toTag(),
                from.address(),
                to.address(),
                target(response.headers(), to.uri()),
                routes(response.headers()).reversed(),
                response.cseq().number(),
                NONE_YET,
                contact);
    }

    private static String target(Headers headers, String otherwise) {
        return contact(headers).orElse(otherwise);
    }

    /** The URI at which the party wants to be reached; none where it is none of SIP. */
    private static Optional<String> contact(Headers headers) {
        return headers.first("Contact")
                .flatMap(NameAddress::of)
                .filter(NameAddress::isReachable)
                .map(NameAddress::uri);
    }

    /** Whether this 2xx says all that a dialog needs; without a tag or a Contact it can only be tried to be ended (§12.1.2). */
    public static boolean isMadeBy(SipResponse response) {
        return !response.toTag().isEmpty() && contact(response.headers()).isPresent();
    }

    private static List<String> routes(Headers headers) {
        return headers.tokens("Record-Route");
    }

    /** The dialog after a target refresh by this request or 2xx (§12.2). */
    public Dialog refreshedBy(Headers headers) {
        return withTarget(target(headers, remoteTarget));
    }

    public Dialog heard(long cseq) {
        return new Dialog(
                callId,
                localTag,
                remoteTag,
                localAddress,
                remoteAddress,
                remoteTarget,
                routeSet,
                localCSeq,
                cseq,
                contact);
    }

    /** The dialog whose next request is numbered {@link #localCSeq()}. */
    public Dialog advanced() {
        return new Dialog(
                callId,
                localTag,
                remoteTag,
                localAddress,
                remoteAddress,
                remoteTarget,
                routeSet,
                localCSeq + 1,
                remoteCSeq,
                contact);
    }

    private Dialog withTarget(String target) {
        return new Dialog(
                callId,
                localTag,
                remoteTag,
                localAddress,
                remoteAddress,
                target,
                routeSet,
                localCSeq,
                remoteCSeq,
                contact);
    }

    /** A request within the dialog with the number {@link #localCSeq()}; call {@link #advanced()} first (§12.2.1.1). */
    public SipRequest request(String method, Headers more, String body) {
        return numbered(method, localCSeq, more, body);
    }

    /** The ACK to a 2xx; it has the INVITE's number (§13.2.2.4). */
    public SipRequest ack(long inviteCSeq) {
        return numbered("ACK", inviteCSeq, Headers.NONE, "");
    }

    private SipRequest numbered(String method, long cseq, Headers more, String body) {
        boolean strict = !routeSet.isEmpty()
                && !Grammar.uri(NameAddress.parse(routeSet.getFirst()).uri())
                        .filter(uri -> uri instanceof SipURI sip && sip.hasLrParam())
                        .isPresent();
        List<String> routes = new ArrayList<>(routeSet);
        String uri = remoteTarget;
        if (strict) {
            uri = NameAddress.parse(routes.removeFirst()).uri();
            routes.add("<" + remoteTarget + ">");
        }
        Headers headers = Headers.NONE
                .with("Max-Forwards", MAX_FORWARDS)
                .with("From", localAddress + ";tag=" + localTag)
                .with("To", remoteAddress + (remoteTag.isEmpty() ? "" : ";tag=" + remoteTag))
                .with("Call-ID", callId)
                .with("CSeq", cseq + " " + method)
                .with("Contact", contact);
        for (String route : routes) {
            headers = headers.with("Route", route);
        }
        return SipRequest.ours(method, uri, headers.withAll(more), body);
    }
}
