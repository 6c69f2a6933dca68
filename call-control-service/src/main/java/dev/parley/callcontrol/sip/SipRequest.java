package dev.parley.callcontrol.sip;

import java.util.Optional;
import javax.sip.header.ViaHeader;

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
        return from().tag();
    }

    public Optional<String> toTag() {
        return Optional.of(to().tag()).filter(tag -> !tag.isEmpty());
    }

    public long cseq() {
        return CSeq.parse(headers).number();
    }

    public String branch() {
        return via().map(ViaHeader::getBranch).orElse("");
    }

    public boolean overTcp() {
        return via().map(via -> via.getTransport().equalsIgnoreCase("TCP")).orElse(false);
    }

    private Optional<ViaHeader> via() {
        return headers.first("Via").flatMap(value -> Grammar.header("Via", value, ViaHeader.class));
    }

    /** The body, when there is one and it is SDP. */
    public Optional<String> sdp() {
        return Sdp.in(headers, body);
    }
}
