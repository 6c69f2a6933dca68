package dev.parley.callcontrol.call;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;

/** The SIP messages of a caller and a called party, as the stack would hand them over. */
final class Messages {
    static final String CALL_ID = "call-of-the-caller";
    static final String CALLER_TAG = "caller-tag";
    static final String OFFER = sdp("sendrecv");
    private static int handles;

    private Messages() {}

    static String sdp(String direction) {
        return "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\na="
                + direction + "\r\n";
    }

    static SipRequest invite(String body) {
        return fromCaller("INVITE", 1, "", body, Headers.NONE);
    }

    /** A request of the caller; {@code toTag} is ours, empty outside of the dialog. */
    static SipRequest fromCaller(String method, long cseq, String toTag, String body, Headers more) {
        Headers headers = Headers.NONE
                .with("Via", "SIP/2.0/TCP 192.0.2.9:5060;branch=z9hG4bK" + method + cseq)
                .with("Max-Forwards", "69")
                .with("From", "\"Ada\" <sip:801@demo.parley.test>;tag=" + CALLER_TAG)
                .with("To", "<sip:910@demo.parley.test>" + (toTag.isEmpty() ? "" : ";tag=" + toTag))
                .with("Call-ID", CALL_ID)
                .with("CSeq", cseq + " " + method)
                .with("Contact", "<sip:801@192.0.2.1:5062>")
                .with("Record-Route", "<sip:192.0.2.9;transport=tcp;lr>")
                .withAll(body.isEmpty() ? Headers.NONE : Headers.NONE.with("Content-Type", Sdp.CONTENT_TYPE))
                .withAll(more);
        return new SipRequest(String.valueOf(++handles), method, "sip:910@demo.parley.test", headers, body);
    }

    /** A request of the called party within the dialog that our INVITE made. */
    static SipRequest fromCalled(SipRequest invite, String tag, String method, long cseq, String body) {
        Headers headers = Headers.NONE
                .with("Via", "SIP/2.0/TCP 192.0.2.9:5060;branch=z9hG4bK" + method + cseq)
                .with("From", invite.to().address() + ";tag=" + tag)
                .with("To", invite.from().address() + ";tag=" + invite.fromTag())
                .with("Call-ID", invite.callId())
                .with("CSeq", cseq + " " + method)
                .withAll(body.isEmpty() ? Headers.NONE : Headers.NONE.with("Content-Type", Sdp.CONTENT_TYPE));
        return new SipRequest(String.valueOf(++handles), method, "sip:parley@192.0.2.8", headers, body);
    }

    /** A response to a request of ours. */
    static SipResponse response(SipRequest request, int status, String tag, String body) {
        SipResponse plain = Replies.to(
                request,
                status,
                tag,
                Headers.NONE
                        .with("Contact", "<sip:802@192.0.2.2:5062>")
                        .with("Record-Route", "<sip:192.0.2.9;lr>")
                        .withAll(body.isEmpty() ? Headers.NONE : Headers.NONE.with("Content-Type", Sdp.CONTENT_TYPE)));
        return new SipResponse(plain.status(), plain.reason(), plain.headers(), body);
    }
}
