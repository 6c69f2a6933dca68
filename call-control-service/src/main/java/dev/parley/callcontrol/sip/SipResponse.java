package dev.parley.callcontrol.sip;

import java.util.Optional;
import java.util.OptionalInt;
import javax.sip.header.ReasonHeader;

/** A response, received or to be sent; complete with its Via fields. */
public record SipResponse(int status, String reason, Headers headers, String body) {
    public boolean provisional() {
        return status < 200;
    }

    public boolean success() {
        return status >= 200 && status < 300;
    }

    public String callId() {
        return headers.first("Call-ID").orElse("");
    }

    public String fromTag() {
        return NameAddress.parse(headers.first("From").orElse("")).tag();
    }

    public String toTag() {
        return NameAddress.parse(headers.first("To").orElse("")).tag();
    }

    public CSeq cseq() {
        return CSeq.parse(headers);
    }

    /** The cause that a network gave (RFC 3326), by Q.850. */
    public OptionalInt networkCause() {
        return headers.values("Reason")
                .flatMap(value -> Grammar.headers("Reason", value))
                .filter(ReasonHeader.class::isInstance)
                .map(ReasonHeader.class::cast)
                .filter(reason -> "Q.850".equalsIgnoreCase(reason.getProtocol()))
                .mapToInt(ReasonHeader::getCause)
                .filter(cause -> cause >= 0)
                .findFirst();
    }

    /** The body, when there is one and it is SDP. */
    public Optional<String> sdp() {
        return Sdp.in(headers, body);
    }
}
