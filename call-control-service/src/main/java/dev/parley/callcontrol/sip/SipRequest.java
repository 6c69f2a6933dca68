package dev.parley.callcontrol.sip;

import java.util.Optional;

/**
 * A request, received or to be sent.
 *
 * @param handle what the SIP port calls the server transaction it came in; empty for requests of ours
 */
public record SipRequest(String handle, String method, String uri, Headers headers, String body) {
    public static SipRequest ours(String method, String uri, Headers headers, String body) {
        return new SipRequest("", method, uri, headers, body);
    }

    public boolean is(String name) {
        return method.equals(name);
    }

    public String callId() {
        return headers.first("Call-ID").orElse("");
    }

    public NameAddress from() {
        return NameAddress.parse(headers.first("From").orElse(""));
    }

    public NameAddress to() {
        return NameAddress.parse(headers.first("To").orElse(""));
    }

    public String fromTag() {
        return from().tag().orElse("");
    }

    public Optional<String> toTag() {
        return to().tag();
    }

    public long cseq() {
        return CSeq.parse(headers).number();
    }

    public String branch() {
        return headers.first("Via")
                .flatMap(via -> NameAddress.parameter(via, "branch"))
                .orElse("");
    }

    public boolean overTcp() {
        return headers.first("Via").map(via -> via.startsWith("SIP/2.0/TCP")).orElse(false);
    }

    /** The body, when there is one and it is SDP. */
    public Optional<String> sdp() {
        return Sdp.in(headers, body);
    }
}
